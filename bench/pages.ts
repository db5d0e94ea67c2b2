import { median } from '../test/promises/figures.ts'
import { Person } from '../test/promises/person.ts'
import { atLeast, type Figure, told } from './bars.ts'
import { loadPages } from './load.ts'
import { type BenchServer, peopleWhoBegan, withServer } from './servers.ts'

const ROUNDS = 3
const SECONDS = 3

type Ratio = { ours: number[]; bare: number[]; shares: number[] }

const measure = async (product: BenchServer, bare: BenchServer, path: string, people: Person[]): Promise<Ratio> => {
  const ratio: Ratio = { ours: [], bare: [], shares: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await loadPages(product.address, path, people, SECONDS)
    const theirs = await loadPages(bare.address, path, people, SECONDS)
    if (ours.wrong + theirs.wrong > 0) throw new Error(`${path}: ${ours.wrong} and ${theirs.wrong} wrong answers`)
    ratio.ours.push(ours.perSecond)
    ratio.bare.push(theirs.perSecond)
    ratio.shares.push((100 * ours.perSecond) / theirs.perSecond)
  }
  return ratio
}

const say = (page: string, { ours, bare, shares }: Ratio): Figure[] => [
  told(`${page}: pages a second`, median(ours), 'a second'),
  told(`${page}: bare Express 5 with the same template`, median(bare), 'a second'),
  atLeast(`${page}: share of bare Express`, median(shares), 40, '%'),
]

/** Pages with every middleware on, beside bare Express 5 with the same compiled Handlebars; runs take turns. */
export const measurePages = (): Promise<Figure[]> =>
  withServer('product', (product) =>
    withServer('bare', async (bare) => {
      const people = await peopleWhoBegan(product, 300)
      const newcomers = people.map(({ address }) => new Person(address))
      return [
        ...say('start page, newcomers', await measure(product, bare, '/', newcomers)),
        ...say('question page, a response open', await measure(product, bare, '/questions/q1', people)),
      ]
    }),
  )
