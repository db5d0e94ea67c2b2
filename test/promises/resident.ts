import { randomBytes } from 'node:crypto'
import type { Answers } from '../../src/questionnaire/answers.ts'
import type { Received } from '../peers/hostileSink.ts'
import type { Got, Person } from './person.ts'
import { until } from './waiting.ts'

/** What a hidden field of a page holds; empty where there is none. */
export const hiddenIn = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''

/** The words of a header of a message, unfolded. */
export const headerOf = ({ bytes }: Pick<Received, 'bytes'>, name: string): string => {
  const head = bytes
    .toString('latin1')
    .split('\r\n\r\n')[0]!
    .replace(/\r\n[ \t]+/g, ' ')
  return head.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? ''
}

/** Waits for the newest code that came for an address after `seen` messages. */
export const codeFor = (received: Received[], address: string, seen = 0): Promise<string> =>
  until(() => {
    const mine = received.slice(seen).filter(({ envelope }) => envelope.to.includes(address))
    return mine.map((one) => headerOf(one, 'Subject').match(/^(\d{6}) /)?.[1]).findLast(Boolean)
  }, `a code for ${address}`)

/** Whether an answer is one that the product stands by: anything but a fault of its own. */
const isAnswer = ({ status }: Got): boolean => status < 500

/**
 * Does something until it is answered, as an impatient person with two addresses of the product does: after each failure
 * the other one. Answers what came at last, and how often it had to be done.
 */
export const persist = async (person: Person, servers: string[], act: () => Promise<Got>): Promise<Got> =>
  until(async () => {
    try {
      const got = await act()
      if (isAnswer(got)) return got
    } catch {
      // The connection was refused or cut: the server was ended.
    }
    person.address = servers[(servers.indexOf(person.address) + 1) % servers.length]!
    return null
  }, 'an answer of either server')

/** What a person knows to be kept: words that were saved, and that Send was answered with "saved here". */
export type Acknowledged = { person: Person; words: string }

/** A resident, whose address is proved, saves an answer and presses Send; each again until it is answered. */
export const saveAndSend = async (
  person: Person,
  words: string,
  servers: string[],
  seenOf: (answers: Answers) => Promise<string>,
): Promise<Acknowledged> => {
  const answers = { q1: 'no', 'q1-reasons': words }
  const press = randomBytes(16).toString('base64url')
  const saved = await persist(person, servers, () => person.post('/questions/q1', answers))
  if (saved.status !== 303) throw new Error(`Saving was answered ${saved.status}`)
  const seen = await seenOf(answers)
  const pressed = await persist(person, servers, () => person.post('/send', { press, seen, agree: 'yes' }))
  if (pressed.location !== '/sent') throw new Error(`Send was answered ${pressed.status} ${pressed.location}`)
  return { person, words }
}
