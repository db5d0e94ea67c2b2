import type { TabletBooks } from './books.ts'
import { type AskServer, NoSignal } from './server.ts'

/** The cookie by which somebody goes on on the server from this tablet: set and taken back by the server alone. */
export type Online = {
  /** Opens a response in this browser; false where the server was not reached, or knows none. */
  open(visit: string): Promise<boolean>
  /** Takes the cookie back; without signal that is owed, and done with the next round. */
  leave(): Promise<void>
}

/** Going on online, as this tablet. */
export const makeOnline = (books: TabletBooks, ask: (key: string) => AskServer): Online => {
  const asked = async (path: string, words: object): Promise<boolean> => {
    const known = await books.pairing()
    if (!known) return false
    try {
      const answer = await ask(known.key)(path, {
        body: JSON.stringify(words),
        type: 'application/json',
        cookies: true,
      })
      return answer.ok
    } catch (error) {
      if (error instanceof NoSignal) return false
      throw error
    }
  }
  return {
    open: (visit) => asked('/stall/go-on', { visit }),
    async leave() {
      const known = await books.pairing()
      const left = await asked('/stall/leave', {})
      if (known) await books.put('pairing', { ...known, owesCookie: !left })
    },
  }
}
