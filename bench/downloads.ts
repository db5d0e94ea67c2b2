import { median } from '../test/promises/figures.ts'
import { crowd, type Person } from '../test/promises/person.ts'
import { atMost, type Figure, told } from './bars.ts'
import { CONNECTIONS, type Load, loadPosts } from './load.ts'
import { type BenchServer, peopleWhoBegan, withServer } from './servers.ts'

const ROUNDS = 3
const DOWNLOADS = 200
const POSTS = 4000

const answersOf = (_: unknown, turn: number) => ({
  q1: 'no',
  'q1-reasons': `The counter at Dagenham is used, ${turn}.`,
})

const save = (server: BenchServer, people: Person[]): Promise<Load> =>
  loadPosts(server.address, '/questions/q1', people, answersOf, POSTS)

/** Everybody has their form made and downloads it, ten at a time; answers how many got no PDF. */
const download = async (people: Person[]): Promise<number> => {
  const right = await crowd(people, 10, async (person) => {
    const link = (await person.get('/send')).text.match(/href="(\/take\/[^"?]+\.pdf)"/)?.[1] ?? '/send'
    return (await person.get(link)).type === 'application/pdf'
  })
  return right.filter((one) => !one).length
}

/** Saving by 1,000 connections while 200 forms are made and downloaded, beside saving alone; runs take turns. */
export const measureDownloads = (): Promise<Figure[]> =>
  withServer('product', async (server) => {
    const people = await peopleWhoBegan(server, CONNECTIONS + DOWNLOADS)
    const [writers, readers] = [people.slice(DOWNLOADS), people.slice(0, DOWNLOADS)]
    const [alone, beside]: [number[], number[]] = [[], []]
    let wrong = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push((await save(server, writers)).p99)
      // Each round with other words, so that every form is made and none is kept from the round before.
      await crowd(readers, 20, (person) =>
        person.post('/questions/q1', { 'q1-reasons': `Round ${round}, my own words.` }),
      )
      const [load, missing] = await Promise.all([save(server, writers), download(readers)])
      beside.push(load.p99)
      wrong += missing + load.wrong
    }
    const [before, during] = [median(alone), median(beside)]
    return [
      told('1,000 connections save, nobody downloads: p99', before, 'ms'),
      told('1,000 connections save during 200 downloads: p99', during, 'ms'),
      atMost('change of the p99 by downloads', Math.max(0, (100 * (during - before)) / before), 20, '%'),
      atMost('wrong answers', wrong, 0, ''),
    ]
  })
