import type { Trouble } from '../../src/workers/foreign/trouble.ts'
import { UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { type Answered, Visitor } from './visitor.ts'

/** Brings a file back by the button for it, in somebody's browser, or in a fresh one at an address. */
export const bringBack = async (who: Visitor | string, file: Uint8Array): Promise<Answered> => {
  const visitor = typeof who === 'string' ? new Visitor(who) : who
  await visitor.get('/come-back')
  const body = new FormData()
  body.set('form', new Blob([new Uint8Array(file)], { type: 'application/pdf' }), 'form.pdf')
  return visitor.send(`/bring-back?token=${visitor.token}`, { method: 'POST', body })
}

/** The sentence at the button, or null where the page has none. */
export const sentenceIn = ({ text }: Answered): string | null =>
  text.match(/href="#form">([^<]+)</)?.[1]?.trim() ?? null

const troubles: Trouble[] = ['time', 'memory', 'password', 'unreadable']

/** What a page said of a file that was brought back; null for a page that is none of these. */
export const outcomeOf = (page: Answered): 'answers' | 'no answers' | 'too large' | Trouble | null => {
  if (page.status === 200) return 'answers'
  if (page.status === 413 && sentenceIn(page)) return 'too large'
  const sentence = page.status === 422 ? sentenceIn(page) : null
  if (!sentence) return null
  return troubles.find((trouble) => new UnreadablePdf(trouble).message === sentence) ?? 'no answers'
}
