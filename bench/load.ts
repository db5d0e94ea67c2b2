import autocannon, { type Result } from 'autocannon'
import type { Person } from '../test/promises/person.ts'

/** What a load came to: answers a second, the 99th of a hundred waits (ms), and all answers that were not the expected one. */
export type Load = { perSecond: number; p50: number; p99: number; wrong: number; total: number; seconds: number }

export const CONNECTIONS = 1000

const loadOf = ({ requests, latency, errors, duration, statusCodeStats }: Result, expected: number): Load => {
  const right = statusCodeStats[expected]?.count ?? 0
  const others = Object.values(statusCodeStats).reduce((sum, { count }) => sum + count, 0) - right
  const { p50, p99 } = latency
  return { perSecond: right / duration, p50, p99, wrong: others + errors, total: requests.total, seconds: duration }
}

const headersOf = ({ cookie, from }: Person) => ({ cookie, 'x-forwarded-for': from })

/** Pages: the same address asked for again and again, by each of the people in turn, for some seconds. */
export const loadPages = async (url: string, path: string, people: Person[], seconds: number, connections = 100) => {
  let next = 0
  const setupRequest = (ask: object) => ({
    ...ask,
    method: 'GET',
    path,
    headers: headersOf(people[next++ % people.length]!),
  })
  const result = await autocannon({ url, connections, duration: seconds, timeout: 60, requests: [{ setupRequest }] })
  return loadOf(result, 200)
}

/** Posts: each of the people in turn sends what `fieldsOf` gives, with the token of their last page, until `amount` went. */
export const loadPosts = async (
  url: string,
  path: string,
  people: Person[],
  fieldsOf: (person: Person, turn: number) => Record<string, string>,
  amount: number,
  connections = CONNECTIONS,
) => {
  let next = 0
  const setupRequest = (ask: object) => {
    const turn = next++
    const person = people[turn % people.length]!
    const body = new URLSearchParams({ token: person.token, ...fieldsOf(person, turn) }).toString()
    const headers = { ...headersOf(person), 'content-type': 'application/x-www-form-urlencoded' }
    return { ...ask, method: 'POST', path, headers, body }
  }
  const result = await autocannon({ url, connections, amount, timeout: 60, requests: [{ setupRequest }] })
  return loadOf(result, 303)
}
