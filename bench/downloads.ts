import { setTimeout as pause } from 'node:timers/promises'
import { median, percentile } from '../test/promises/figures.ts'
import { crowd, type Person } from '../test/promises/person.ts'
import { atMost, type Figure, told } from './bars.ts'
import { peopleWhoBegan, withServer } from './servers.ts'

const ROUNDS = 3
const DOWNLOADS = 200
const SAVES_A_SECOND = 50

type Downloads = { ended: Promise<unknown>; wrong: () => number }

const noDownloads = (): Downloads => ({ ended: pause(8000), wrong: () => 0 })

const downloads = (people: Person[]): Downloads => {
  let wrong = 0
  const one = async (person: Person) => {
    const link = (await person.get('/take')).text.match(/href="(\/take\/[^"?]+\.pdf)"/)?.[1] ?? '/take'
    const { status, type } = await person.get(link)
    if (status !== 200 || type !== 'application/pdf') wrong += 1
  }
  return { ended: crowd(people, 10, one), wrong: () => wrong }
}

/** Saves at an even pace until the others have ended; answers the 99th of a hundred waits (ms). */
const saveMeanwhile = async (people: Person[], others: Downloads): Promise<number> => {
  const waits: number[] = []
  const saves: Promise<void>[] = []
  let over = false
  others.ended.finally(() => (over = true))
  for (let turn = 0; !over; turn += 1) {
    const person = people[turn % people.length]!
    const fields = { q1: 'no', 'q1-reasons': `The counter at Dagenham is used, ${turn}.` }
    saves.push(person.post('/questions/q1', fields).then(({ ms }) => void waits.push(ms)))
    await pause(1000 / SAVES_A_SECOND)
  }
  await Promise.all(saves)
  return percentile(waits, 0.99)
}

/** What saving costs while 200 forms are made and downloaded, beside what it costs alone; runs take turns. */
export const measureDownloads = (): Promise<Figure[]> =>
  withServer('product', async (server) => {
    const people = await peopleWhoBegan(server, DOWNLOADS + 200)
    const [readers, writers] = [people.slice(0, DOWNLOADS), people.slice(DOWNLOADS)]
    const [alone, beside]: [number[], number[]] = [[], []]
    let wrong = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(await saveMeanwhile(writers, noDownloads()))
      // Each round with other words, so that every form is made and none is kept from the round before.
      await crowd(readers, 20, (person) =>
        person.post('/questions/q1', { 'q1-reasons': `Round ${round}, my own words.` }),
      )
      const making = downloads(readers)
      beside.push(await saveMeanwhile(writers, making))
      wrong += making.wrong()
    }
    const [before, during] = [median(alone), median(beside)]
    return [
      told('saving alone, p99', before, 'ms'),
      told('saving during 200 downloads, p99', during, 'ms'),
      atMost('saving: change of the p99 by downloads', Math.max(0, (100 * (during - before)) / before), 20, '%'),
      atMost('downloads: wrong answers', wrong, 0, ''),
    ]
  })
