import PostalMime, { addressParser, type Email } from 'postal-mime'
import { reportIn } from './deliveryStatus.ts'
import { plainBounceIn } from './plainBounce.ts'
import { shownWords } from './shownWords.ts'

/** What came back. `recipients`: the addresses of ours that it came to; the one made for a letter alone tells which it was. */
export type Bounce = {
  recipients: string[]
  action: 'failed' | 'delayed' | 'other'
  words: string
}

const LARGEST = 10 * 1024 * 1024
const LINES = 50_000
const RECIPIENTS = 20
const WORDS = 500
const cameTo = ['to', 'delivered-to', 'x-original-to', 'envelope-to']

// postal-mime takes some 15 µs a line, so that short lines weigh more than bytes: 10 MB of them take a minute.
const beginningOf = (bytes: Uint8Array): Uint8Array => {
  const most = bytes.subarray(0, LARGEST)
  let end = 0
  for (let lines = 0; lines < LINES; lines += 1) {
    end = most.indexOf(0x0a, end) + 1
    if (end === 0) return most
  }
  return most.subarray(0, end)
}

const recipientsOf = ({ headers }: Email): string[] => {
  const values = headers.filter(({ key }) => cameTo.includes(key)).map(({ value }) => value.slice(0, 10_000))
  const addresses = values
    .flatMap((value) => addressParser(value, { flatten: true }))
    .map(({ address = '' }) => address)
  return [...new Set(addresses.filter((address) => address !== ''))].slice(0, RECIPIENTS)
}

/**
 * Reads a message that came to a bounce address, its first 50,000 lines and 10 MB at most: what became of which letter, in
 * the words of who says so.
 * Null for whatever is no report on a delivery: an answer by a person or a machine, spam, damage.
 */
export const readBounce = async (bytes: Uint8Array): Promise<Bounce | null> => {
  try {
    const email = await PostalMime.parse(beginningOf(bytes), { forceRfc822Attachments: true })
    const report = (await reportIn(email)) ?? plainBounceIn(email)
    if (!report) return null
    const { action, words } = report
    return { recipients: recipientsOf(email), action, words: shownWords(words, WORDS) }
  } catch {
    return null
  }
}
