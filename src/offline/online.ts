import type { TabletBooks } from './books.ts'
import { makeLine } from './inTurn.ts'
import { type AskServer, NoSignal } from './server.ts'

/** The cookie by which somebody goes on on the server from this tablet: set and taken back by the server alone. */
export type Online = {
  /** Opens a response in this browser for whoever is shown the link of this name; false where that failed, or they have gone meanwhile. */
  open(visit: string, shown: string): Promise<boolean>
  /** Takes back the cookie that the browser may carry, unless somebody goes on online; without signal the next round does. */
  leave(): Promise<void>
}

/** Going on online, as this tablet; one thing after the other. */
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

  const setOnline = (name: string, online: boolean) =>
    books.change('showing', (shown) => (shown.name === name ? { ...shown, online } : shown))

  const isOnline = async (): Promise<boolean> => (await books.showing())?.online ?? false

  const open = async (visit: string, name: string): Promise<boolean> => {
    // Owed before it is there: whatever is cut off from here on, the cookie is taken back.
    await books.change('pairing', (known) => ({ ...known, cookie: true }))
    await setOnline(name, true)
    const isOpen = await asked('/stall/go-on', { visit })
    if (!isOpen) await setOnline(name, false)
    return isOpen && (await isOnline())
  }

  const leave = async (): Promise<void> => {
    const known = await books.pairing()
    if (!known?.cookie || (await isOnline())) return
    if (await asked('/stall/leave', {})) await books.change('pairing', (now) => ({ ...now, cookie: false }))
  }

  const inTurn = makeLine()
  return {
    open: (visit, name) =>
      inTurn(async () => {
        const isOpen = await open(visit, name)
        if (!isOpen) await leave()
        return isOpen
      }),
    leave: () => inTurn(leave),
  }
}
