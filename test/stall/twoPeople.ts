import type { Page } from 'playwright-core'
import { wordsKept, wordsShown } from './lookIn.ts'
import { answerAll, begin, fillPage, makeStall, pair, press, printIt, type Said } from './people.ts'
import { step } from './steps.ts'
import type { AtStall } from './withTablet.ts'

const TEXTS = ['q1-reasons', 'q2-reasons', 'q3-reasons', 'q4-reasons', 'q5-reasons', 'q6-reasons', 'q7-options']
const LINES = ['name', 'postcode', 'organisation']

/** Something in every field that takes words, the words shared out among them. */
export const saidWith = (words: string[]): Said => {
  const [lines, texts] = [words.slice(0, LINES.length), words.slice(LINES.length)]
  const share = Math.ceil(texts.length / TEXTS.length)
  return Object.fromEntries([
    ...LINES.map((id, at) => [id, lines[at]!] as const),
    ...TEXTS.map((id, at) => [id, texts.slice(at * share, (at + 1) * share).join(' – so ')] as const),
  ])
}

/** A word of a person, and where somebody else found it. */
export type Found = { word: string; where: string }

const NO_LETTER = '\u{1F9FF}'

/** A page is given back with what was typed, for a character that the form's letters do not include. */
const isGivenBack = async (page: Page, said: Said): Promise<void> => {
  await fillPage(page, Object.fromEntries(Object.entries(said).map(([id, words]) => [id, `${words} ${NO_LETTER}`])))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').waitFor()
}

/** The first person goes through and is done; in between a volunteer types an address, which leaves a page behind. */
export const firstPerson = async (stall: AtStall, page: Page, said: Said, how: { quick?: boolean } = {}) => {
  const { cards } = await makeStall(stall)
  await pair(page, stall, cards[0]!)
  await begin(page, how)
  await isGivenBack(page, said)
  await answerAll(page, said)
  await press(page, 'I have finished')
  await page.goto(`${stall.road.address}/questions/${how.quick ? 'quick' : 'q1'}`)
  await page.goto(`${stall.road.address}/handover`)
  await printIt(page)
}

/** Goes where a curious next person would, and answers what of the last one they saw. */
export const lookAround = async (page: Page, words: string[], steps = 10): Promise<Found[]> => {
  const found: Found[] = []
  for (const by of [-1, 1] as const)
    for (let times = 0; times < steps; times += 1) {
      await step(page, by)
      found.push(...(await wordsShown(page, words)))
    }
  await page.reload()
  return [...found, ...(await wordsShown(page, words)), ...(await wordsKept(page, words))]
}

/** Goes every page of a person's way anew, as the next one does, and answers what of the last one stood there. */
export const lookOnTheWay = async (page: Page, words: string[]): Promise<Found[]> => {
  const found: Found[] = []
  while (new URL(page.url()).pathname.startsWith('/questions/')) {
    found.push(...(await wordsShown(page, words)))
    await fillPage(page, {})
    await press(page, 'Continue')
  }
  return [...found, ...(await wordsShown(page, words))]
}
