import type { SitePictures } from '../pages/site.ts'
import type { Response } from '../responses/response.ts'
import { type AskServer, jsonIn, NoSignal } from './server.ts'

type Parts = { ask: () => Promise<AskServer | null>; response: () => Promise<Response | null> }

/**
 * Pages of a form as the server's reader shows them, which fills the same answers to the same bytes; nothing of them is kept
 * there. Without signal there are none: then the answers are shown alone.
 */
export const picturesByServer = ({ ask, response }: Parts): SitePictures => {
  const asked = async (path: string) => {
    const [way, open] = await Promise.all([ask(), response()])
    if (!way || !open) throw new NoSignal('there is nobody to ask')
    const { reference, answers } = open
    const answer = await way(path, { body: JSON.stringify({ reference, answers }), type: 'application/json' })
    if (!answer.ok) throw new NoSignal('the server has no pictures just now')
    return answer
  }

  return {
    async read() {
      try {
        return (await jsonIn(await asked('/stall/pages'))) as Awaited<ReturnType<SitePictures['read']>>
      } catch (error) {
        if (error instanceof NoSignal) return { pages: [], missing: [] }
        throw error
      }
    },
    async picture(_bytes, page, widthPx) {
      const answer = await asked(`/stall/pages/${page}?width=${widthPx}`)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}
