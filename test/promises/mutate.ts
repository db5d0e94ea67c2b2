import { chance } from './chance.ts'

type Pick = (under: number) => number

const NUMBERS = ['0', '-1', '1', '2147483648', '4294967295', '99999999999999999999', '0.0000001', '']
const WORDS = ['endobj', 'endstream', 'stream', 'obj', '<<', '>>', '[', ']', '(', ')', '/Parent', '/Kids', '/Length']

/** One of the places that a pattern has in a text, replaced. */
const replaceOne = (text: string, pattern: RegExp, pick: Pick, by: (found: string) => string): string => {
  const places = [...text.matchAll(pattern)]
  const place = places[pick(places.length)]
  if (!place) return text
  return text.slice(0, place.index) + by(place[0]) + text.slice(place.index + place[0].length)
}

const oneOf = <T>(all: readonly T[], pick: Pick): T => all[pick(all.length)] as T

/** What can go wrong with a file on its way, and what somebody may do to it on purpose. */
const changes: ((text: string, pick: Pick) => string)[] = [
  (text, pick) => {
    const at = pick(text.length)
    return text.slice(0, at) + String.fromCharCode(pick(256)) + text.slice(at + 1)
  },
  (text, pick) => {
    const at = pick(text.length)
    return text.slice(0, at) + text.slice(at + 1 + pick(200))
  },
  (text, pick) => {
    const at = pick(text.length)
    return text.slice(0, at + pick(2000)) + text.slice(at)
  },
  (text, pick) => {
    const at = pick(text.length)
    return text.slice(0, at) + oneOf(WORDS, pick) + text.slice(at)
  },
  (text, pick) => replaceOne(text, /(?<=[\s[/<])\d+(?=[\s\]/>])/g, pick, () => oneOf(NUMBERS, pick)),
  (text, pick) => replaceOne(text, /\d+ 0 R/g, pick, () => `${1 + pick(120)} 0 R`),
  (text, pick) =>
    replaceOne(
      text,
      /\/(Kids|Parent|Fields|Annots|V|Opt|AP|Prev|Length|Contents)\b/g,
      pick,
      (name) => `${name} ${1 + pick(120)} 0 R`,
    ),
  (text, pick) => replaceOne(text, /\/[A-Z][A-Za-z]+/g, pick, () => oneOf(WORDS, pick)),
]

/** A PDF with one to eight things changed, sometimes cut short: always the same for a seed. */
export const mutate = (pdf: Uint8Array, seed: number): Uint8Array => {
  const random = chance(seed)
  const pick: Pick = (under) => Math.floor(random() * under)
  let text = Buffer.from(pdf).toString('latin1')
  for (let times = 1 + pick(8); times > 0; times -= 1) text = oneOf(changes, pick)(text, pick)
  return Buffer.from(pick(10) === 0 ? text.slice(0, pick(text.length)) : text, 'latin1')
}
