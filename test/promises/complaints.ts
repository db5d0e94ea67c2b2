import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWithPdfJs } from './byPdfJs.ts'

/** All that a program says apart from what it was asked for. */
const saidBy = (program: string, ...words: string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(program, words, { encoding: 'buffer', maxBuffer: 256e6 }, (error, _, stderr) =>
      resolve(`${stderr.toString()}${error ? `${program} ended with ${error.code}` : ''}`),
    )
  })

// MuPDF as Debian builds it says so of every file.
const OF_MUPDF = /ICC support is not available/

const linesOf = (said: string, file: string): string[] =>
  said
    .split('\n')
    .map((line) => line.replaceAll(file, 'it').trim())
    .filter((line) => line !== '' && !OF_MUPDF.test(line))

/** What four readers have against a PDF, by their names: qpdf, poppler, MuPDF, pdf.js. */
export const complaintsOf = async (bytes: Uint8Array): Promise<Record<string, string[]>> => {
  const folder = await mkdtemp(join(tmpdir(), 'sound-'))
  try {
    const file = join(folder, 'form.pdf')
    await writeFile(file, bytes)
    const [qpdf, text, drawn, mupdf] = await Promise.all([
      saidBy('qpdf', '--check', file),
      saidBy('pdftotext', file, '/dev/null'),
      saidBy('pdftoppm', '-r', '20', '-gray', file),
      saidBy('mutool', 'draw', '-q', '-r', '20', '-F', 'pgm', '-o', '/dev/null', file),
    ])
    const { warnings } = await readWithPdfJs(bytes).catch((error: Error) => ({ warnings: [error.message] }))
    return {
      qpdf: linesOf(qpdf, file),
      poppler: [...linesOf(text, file), ...linesOf(drawn, file)],
      mupdf: linesOf(mupdf, file),
      'pdf.js': warnings,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
