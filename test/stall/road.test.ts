import { once } from 'node:events'
import { createServer } from 'node:http'
import { Agent, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { HOST, makeCertificate } from './certificate.ts'
import { buildRoad, type Road } from './road.ts'

type House = { road: Road; cert: string; bodies: string[]; cutOff: () => number }

/** A house that says back what it was told, at the far end of a road. */
const withRoad = async (use: (house: House) => Promise<void>) => {
  const certificate = await makeCertificate()
  const bodies: string[] = []
  let cut = 0
  const house = createServer(async (req, res) => {
    try {
      const body = await text(req)
      bodies.push(body)
      res.end(`heard ${body}`)
    } catch {
      cut += 1
    }
  })
  house.listen(0, '127.0.0.1')
  await once(house, 'listening')
  const road = await buildRoad(certificate)
  road.leadTo(`http://127.0.0.1:${(house.address() as AddressInfo).port}`)
  try {
    await use({ road, cert: certificate.cert, bodies, cutOff: () => cut })
  } finally {
    await road.close()
    house.closeAllConnections()
    house.close()
  }
}

/** Asks over HTTPS, by a connection of its own; null where no whole answer came. */
const ask = ({ road, cert }: House, path: string, body = '', patienceMs = 5000) =>
  new Promise<string | null>((resolve) => {
    const agent = new Agent({ ca: cert, servername: HOST })
    const signal = AbortSignal.timeout(patienceMs)
    const sent = request({ port: road.port, host: '127.0.0.1', path, method: 'POST', agent, signal }, (answer) =>
      text(answer).then(resolve, () => resolve(null)),
    )
    sent.on('error', () => resolve(null))
    sent.end(body)
  })

test('an open road carries everything', () =>
  withRoad(async (house) => {
    const long = 'Keep it open. '.repeat(20_000)
    expect(await ask(house, '/', long)).toBe(`heard ${long}`)
  }))

test('a road that is cut carries nothing, and everything once it is open again', () =>
  withRoad(async (house) => {
    house.road.cut()
    expect(await ask(house, '/', 'lost')).toBeNull()
    house.road.open()
    expect(await ask(house, '/', 'found')).toBe('heard found')
    expect(house.bodies).toEqual(['found'])
  }))

test('a portal answers in place of the house', () =>
  withRoad(async (house) => {
    house.road.portal((_req, res) => void res.end('Welcome to our wifi'))
    expect(await ask(house, '/', 'lost')).toBe('Welcome to our wifi')
    expect(house.bodies).toEqual([])
  }))

const heads = 'POST /sync'

test('a request cut on its way up reaches the house in part, and one cut on its way down is heard', () =>
  withRoad(async (house) => {
    house.road.breakAt(heads, { way: 'up', after: 200, how: 'cut' })
    expect(await ask(house, '/sync', 'x'.repeat(5000))).toBeNull()
    expect(house.bodies).toEqual([])
    house.road.breakAt(heads, { way: 'down', after: 100, how: 'cut' })
    expect(await ask(house, '/sync', 'y')).toBeNull()
    expect(house.bodies).toEqual(['y'])
    expect(house.road.broken()).toBe(1)
    expect(await ask(house, '/other', 'z')).toBe('heard z')
  }))

test('a stalled request ends by the patience of the one who asks, a dripping one comes whole', () =>
  withRoad(async (house) => {
    house.road.breakAt(heads, { way: 'down', after: 0, how: 'stall' })
    expect(await ask(house, '/sync', 'x', 300)).toBeNull()
    expect(house.bodies).toEqual(['x'])
    house.road.breakAt(heads, { way: 'up', after: 10, how: 'drip' })
    expect(await ask(house, '/sync', 'drop by drop')).toBe('heard drop by drop')
  }))
