import { setTimeout as think } from 'node:timers/promises'
import { chance } from '../test/promises/chance.ts'
import { percentile } from '../test/promises/figures.ts'
import { type Got, Person } from '../test/promises/person.ts'
import { atMost, type Figure, told } from './bars.ts'
import { type BenchServer, withServer } from './servers.ts'

const PEOPLE = 1000
const PAGES = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7']

type Waits = { pages: number[]; saves: number[]; wrong: Map<string, number> }

const count = ({ wrong }: Waits, what: string) => wrong.set(what, (wrong.get(what) ?? 0) + 1)

const total = ({ wrong }: Waits) => [...wrong.values()].reduce((sum, n) => sum + n, 0)

const sayWrong = ({ wrong }: Waits) =>
  wrong.size > 0 ? ` (${[...wrong].map((pair) => pair.join(': ')).join(', ')})` : ''

/** One person from the start page to the ways out, 3 to 9 seconds at each page: far quicker than anybody answers. */
const walk = async (person: Person, random: () => number, waits: Waits): Promise<void> => {
  const took = (kind: 'pages' | 'saves', right: number, got: Got) => {
    waits[kind].push(got.ms)
    if (got.status !== right) count(waits, `${got.path} ${got.status}`)
  }
  const pause = () => think(3000 + random() * 6000)
  await think(random() * 6000)
  for (const path of ['/', '/begin']) {
    took('pages', 200, await person.get(path))
    await pause()
  }
  took('saves', 303, await person.post('/begin', { agree: 'yes' }))
  for (const page of PAGES) {
    took('pages', 200, await person.get(`/questions/${page}`))
    await pause()
    took(
      'saves',
      303,
      await person.post(`/questions/${page}`, { [`${page}-reasons`]: 'I use it, and so do my neighbours.' }),
    )
  }
  for (const path of ['/tasks', '/send', '/save']) {
    took('pages', 200, await person.get(path))
    await pause()
  }
  person.leave()
}

const walkAll = async (server: BenchServer): Promise<Figure[]> => {
  const waits: Waits = { pages: [], saves: [], wrong: new Map() }
  const random = chance(17)
  const begun = performance.now()
  server.beginLoop()
  const people = Array.from({ length: PEOPLE }, () => new Person(server.address))
  await Promise.all(
    people.map((person) => walk(person, random, waits).catch((error: Error) => count(waits, error.message))),
  )
  const seconds = (performance.now() - begun) / 1000
  const loop = await server.loopDelay()
  return [
    told(
      `journeys of ${PEOPLE} people at once`,
      (waits.pages.length + waits.saves.length) / seconds,
      'requests a second',
    ),
    atMost(`journeys: wrong answers${sayWrong(waits)}`, total(waits), 0, ''),
    atMost('journeys: pages, p99', percentile(waits.pages, 0.99), 500, 'ms'),
    atMost('journeys: saving, p99', percentile(waits.saves, 0.99), 1500, 'ms'),
    atMost('journeys: event loop, p99', loop.p99, 100, 'ms'),
  ]
}

/** A thousand people who go through all pages at the same time. */
export const measureJourneys = (): Promise<Figure[]> => withServer('product', walkAll)
