import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decode } from 'fast-png'
import { startPicturePool } from '../../src/workers/picturePool.ts'

const run = promisify(execFile)
const DOTS = 110
// PDFium rounds down, the others up.
const A4_WIDTH = Math.ceil((595.28 * DOTS) / 72) + 1

type Drawn = { width: number; height: number; grey: Uint8Array }

/** A program that draws PDFs: the text that it finds in one, and its pages in grey at 110 dots an inch. */
export type Reader = {
  name: string
  text?(file: string): Promise<string>
  draw(file: string, page: number): Promise<Drawn>
}

const greyOf = (png: Uint8Array): Drawn => {
  const { width, height, data, channels } = decode(png)
  const grey = Uint8Array.from({ length: width * height }, (_, at) => Number(data[at * channels]))
  return { width, height, grey }
}

const drawnBy = async (
  program: string,
  args: (out: string) => string[],
  made = (out: string) => out,
): Promise<Drawn> => {
  const folder = await mkdtemp(join(tmpdir(), 'drawn-'))
  try {
    const out = join(folder, 'page')
    await run(program, args(out))
    return greyOf(await readFile(made(out)))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const said = async (program: string, args: string[]) => (await run(program, args, { maxBuffer: 64e6 })).stdout

/** Poppler, MuPDF and Ghostscript from the system, each a program of its own making. */
export const readers: Reader[] = [
  {
    name: 'poppler',
    text: (file) => said('pdftotext', ['-layout', file, '-']),
    draw: (file, page) =>
      drawnBy(
        'pdftoppm',
        (out) => ['-r', `${DOTS}`, '-gray', '-png', '-f', `${page}`, '-l', `${page}`, '-singlefile', file, out],
        (out) => `${out}.png`,
      ),
  },
  {
    name: 'MuPDF',
    text: (file) => said('mutool', ['draw', '-q', '-F', 'txt', file]),
    draw: (file, page) =>
      drawnBy(
        'mutool',
        (out) => ['draw', '-q', '-r', `${DOTS}`, '-c', 'gray', '-o', `${out}.png`, file, `${page}`],
        (out) => `${out}.png`,
      ),
  },
  {
    name: 'Ghostscript',
    // Its txtwrite gives “–” and “ł” as other letters, in any PDF: it is asked for its pictures alone.
    draw: (file, page) =>
      drawnBy('gs', (out) => [
        ...[
          '-q',
          '-dNOPAUSE',
          '-dBATCH',
          '-sDEVICE=pnggray',
          `-r${DOTS}`,
          '-dTextAlphaBits=4',
          '-dGraphicsAlphaBits=4',
        ],
        ...[`-dFirstPage=${page}`, `-dLastPage=${page}`, '-o', out, file],
      ]),
  },
]

const NOTHING = new Uint8Array(0)

/** PDFium as the product itself uses it. Close it with `close()`. */
export const pdfium = (): Reader & { close(): Promise<void> } => {
  const pool = startPicturePool()
  return {
    name: 'PDFium',
    text: async (file) => {
      const { pages } = await pool.read({
        head: await readFile(file),
        tail: NOTHING,
        expected: { lines: [], ticks: [] },
      })
      return pages.map((page) => page.text).join('\n')
    },
    draw: async (file, page) => greyOf(await pool.picture(await readFile(file), page, A4_WIDTH)),
    close: pool.close,
  }
}

/** Lets a test use a PDF as a file. */
export const asFile = async (bytes: Uint8Array, use: (file: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'promise-'))
  try {
    await writeFile(join(folder, 'form.pdf'), bytes)
    await use(join(folder, 'form.pdf'))
  } finally {
    await rm(folder, { recursive: true })
  }
}
