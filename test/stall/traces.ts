import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, inflateRawSync, zstdDecompressSync } from 'node:zlib'

/** A word of a person that was found where it should not be. */
export type Trace = { word: string; file: string; as: string }

const GZIP = Buffer.from([0x1f, 0x8b, 0x08, 0x00])
const GZIP_HEAD = 10
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/** In base64 a word looks different at each of three places within its group; what its neighbours colour is cut off. */
const inBase64 = (word: string) =>
  [0, 1, 2].map((before) => {
    const text = Buffer.from(' '.repeat(before) + word).toString('base64')
    return Buffer.from(text.replace(/=+$/, '').slice(before && before + 1, -2))
  })

const shapesOf = (word: string) => [
  { as: 'plain', bytes: Buffer.from(word) },
  { as: 'utf-16', bytes: Buffer.from(word, 'utf16le') },
  ...inBase64(word).map((bytes) => ({ as: 'base64', bytes })),
]

const attempt = (open: (bytes: Buffer) => Buffer, bytes: Buffer) => {
  try {
    return [open(bytes)]
  } catch {
    return []
  }
}

/** What lies packed within bytes, from each place where a packed stream may begin. */
const unpacked = (bytes: Buffer): Buffer[] => {
  const found: Buffer[] = []
  const limit = { maxOutputLength: 2 ** 24 }
  for (const [mark, open] of [
    [
      GZIP,
      (from: Buffer) => inflateRawSync(from.subarray(GZIP_HEAD), { ...limit, finishFlush: constants.Z_SYNC_FLUSH }),
    ],
    [ZSTD, (from: Buffer) => zstdDecompressSync(from, limit)],
  ] as const)
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
      found.push(...attempt(open, bytes.subarray(at)))
  return found
}

/** Every one of these words that stands in bytes: as text of one or two bytes a letter, in base64, or packed. */
export const tracesIn = (words: string[], file: string, bytes: Buffer): Trace[] => {
  const all = [bytes, ...unpacked(bytes)]
  return words.flatMap((word) =>
    shapesOf(word)
      .filter(({ bytes: shape }) => all.some((one) => one.includes(shape)))
      .map(({ as }) => ({ word, file, as })),
  )
}

/** Every one of these words in every file of a folder and its folders. */
export const tracesOnDisk = (words: string[], folder: string): Trace[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => tracesIn(words, file.slice(folder.length + 1), readFileSync(file)))
