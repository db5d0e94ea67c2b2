import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'

const run = promisify(execFile)

/** The words of a PDF as poppler reads them off its pages, with every run of white space as one space. */
export const wordsOnPaper = async (bytes: Uint8Array): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'))
  try {
    const file = join(folder, 'form.pdf')
    await writeFile(file, bytes)
    await run('qpdf', ['--check', file])
    return (await run('pdftotext', ['-layout', file, '-'])).stdout.replace(/\s+/g, ' ')
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Presses what downloads, and answers the file's name and its bytes. */
export const downloadBy = async (
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Uint8Array }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return { name: download.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) }
}
