import type { Page } from 'playwright-core'
import { complaints, pageTexts } from '../pdf/paper.ts'

/** The words of a sound PDF as poppler reads them off its pages, with every run of white space as one space. */
export const wordsOnPaper = async (bytes: Uint8Array): Promise<string> => {
  expect(await complaints(bytes)).toBe('')
  return (await pageTexts(bytes)).join('\n').replace(/\s+/g, ' ')
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
