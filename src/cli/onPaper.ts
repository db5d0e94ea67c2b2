import type { FilledForm } from '../pdf/fill.ts'
import { readBack } from '../pdf/readBack.ts'
import { startPicturePool } from '../workers/picturePool.ts'
import { Stop } from './stop.ts'

/** Throws Stop where the rendered pages of a filled form, read by another reader, do not show every word placed on them. */
export const expectOnPaper = async ({ bytes, placements }: FilledForm): Promise<void> => {
  const pictures = startPicturePool()
  const pages = await pictures.read(bytes).finally(() => pictures.close())
  const missing = readBack(
    pages.map(({ text }) => text),
    placements,
  )
  if (missing.length === 0) return
  const lines = missing.map(({ question, page, missing: words }, index) => {
    return `${index + 1}. page ${page}, ${question ?? 'the reference'}: "${words}"`
  })
  throw new Stop(
    1,
    `The filled form does not show every word when it is printed, so it was not written. These lines are not on the page; look at their fields with npm run cli -- inspect:\n${lines.join('\n')}`,
  )
}
