import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const withFile = async <Result>(bytes: Uint8Array, use: (file: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'))
  try {
    await writeFile(join(folder, 'form.pdf'), bytes)
    return await use(join(folder, 'form.pdf'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A word as poppler finds it on a page; x and y in points from the lower left, the box of its letters. */
export type Word = { page: number; text: string; left: number; right: number; low: number; high: number }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string) => text.replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole)

/** Every word that poppler finds, by page; `options` are pdftotext's. */
export const wordsOn = (bytes: Uint8Array, ...options: string[]): Promise<Word[]> =>
  withFile(bytes, async (file) => {
    const { stdout } = await run('pdftotext', ['-bbox', ...options, file, '-'], { maxBuffer: 64e6 })
    return stdout
      .split('<page ')
      .slice(1)
      .flatMap((page, index) => {
        const height = Number(/height="([\d.]+)"/.exec(page)?.[1])
        const found = page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/gs)
        return Array.from(found, ([, left, top, right, low, text = '']) => ({
          page: index + 1,
          text: plain(text),
          left: Number(left),
          right: Number(right),
          low: height - Number(low),
          high: height - Number(top),
        }))
      })
  })

/** The text of each page as poppler reads it. */
export const pageTexts = (bytes: Uint8Array): Promise<string[]> =>
  withFile(bytes, async (file) => {
    const { stdout } = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 64e6 })
    return stdout.split('\f').slice(0, -1)
  })

/** What qpdf says against a PDF: nothing when it is sound. */
export const complaints = (bytes: Uint8Array): Promise<string> =>
  withFile(bytes, (file) =>
    run('qpdf', ['--check', file]).then(
      ({ stderr }) => stderr,
      (error) => `${error.stdout}${error.stderr}`,
    ),
  )

/** A PDF after qpdf has done something to it. */
export const throughQpdf = (bytes: Uint8Array, ...options: string[]): Promise<Buffer> =>
  withFile(bytes, async (file) => {
    const { stdout } = await run('qpdf', [file, ...options, '-'], { encoding: 'buffer', maxBuffer: 64e6 })
    return stdout
  })

/** A page drawn in grey by poppler, 255 white, at 72 dots an inch or more; `cropped` as readers show it. */
export const drawPage = (
  bytes: Uint8Array,
  page: number,
  dots = 72,
  cropped = false,
): Promise<{ width: number; height: number; grey: Buffer }> =>
  withFile(bytes, async (file) => {
    const options = [
      '-gray',
      '-r',
      String(dots),
      '-f',
      String(page),
      '-l',
      String(page),
      ...(cropped ? ['-cropbox'] : []),
      file,
    ]
    const { stdout } = await run('pdftoppm', options, { encoding: 'buffer', maxBuffer: 64e6 })
    const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40)) ?? []
    return { width: Number(width), height: Number(height), grey: stdout.subarray(head.length) }
  })

/** How dark a square of a page is drawn: the share of its dots, at 72 an inch, that are nearer black than white. */
export const inkIn = async (bytes: Uint8Array, page: number, x: number, y: number, side: number): Promise<number> => {
  const { width, height, grey } = await drawPage(bytes, page)
  let dark = 0
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if ((grey[(height - y - side + row) * width + x + column] ?? 255) < 128) dark += 1
    }
  }
  return dark / side ** 2
}
