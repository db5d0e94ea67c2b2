import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express, { type NextFunction, type Request, type Response } from 'express'
import type { PageRequest } from '../../src/pages/request.ts'
import type { Controller, Site } from '../../src/pages/site.ts'
import { sqliteCountStore } from '../../src/storage/countStore.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { type KeptCounts, limitWrong } from '../../src/web/limits.ts'
import { networkOf } from '../../src/web/whoAsks.ts'
import { withFolder } from '../storage/folder.ts'
import { sealer } from '../storage/sealer.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const MINUTE = 60_000
const askerOf = (req: Request) => `hash of ${networkOf(req)}`

const appWith = (kept: KeptCounts) => {
  const limited = limitWrong(3, kept)
  const app = express().set('trust proxy', 1)
  app.get('/:key', (req, res, next) => {
    const controller: Controller = () =>
      req.params.key === 'right' ? { redirect: '/tasks' } : { page: 'not-found', status: 404, view: {} }
    Promise.resolve(limited(controller, req, res)({} as Site, {} as PageRequest)).then(() => res.sendStatus(200), next)
  })
  return app.use((error: { tooManyFor?: number }, _: Request, res: Response, _next: NextFunction) => {
    res.status(error.tooManyFor === 15 ? 429 : 500).end()
  })
}

type Knock = (key: 'right' | 'wrong', from?: string) => Promise<{ status: number; retryAfter: string | null }>

/** A server that takes three wrong keys, with its counts in this folder, from its start to its end. */
const whileServing = async (folder: string, now: number, use: (knock: Knock) => Promise<void>, name = 'codes') => {
  const db = await openDatabase(join(folder, 'responses.sqlite'), sealer)
  const server = appWith({ name, counts: sqliteCountStore(db), askerOf, clock: () => now }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await use(async (key, from = '192.0.2.1') => {
      const { status, headers } = await fetch(`${origin}/${key}`, { headers: { 'x-forwarded-for': from } })
      return { status, retryAfter: headers.get('retry-after') }
    })
  } finally {
    server.close()
    await db.destroy()
  }
}

const times = async (count: number, knock: () => ReturnType<Knock>) => {
  const statuses = []
  for (let n = 0; n < count; n += 1) statuses.push((await knock()).status)
  return statuses
}

test('wrong keys of one address are counted across restarts, for a quarter of an hour by the product’s clock', () =>
  withFolder(async (folder) => {
    await whileServing(folder, 0, async (knock) => {
      expect(await times(2, () => knock('wrong'))).toEqual([200, 200])
    })
    await whileServing(folder, 5 * MINUTE, async (knock) => {
      expect(await times(2, () => knock('wrong'))).toEqual([200, 429])
      expect((await knock('wrong')).retryAfter).toBe('600')
      expect((await knock('wrong', '192.0.2.2')).status).toBe(200)
    })
    await whileServing(folder, 15 * MINUTE, async (knock) => {
      expect(await times(4, () => knock('wrong'))).toEqual([200, 200, 200, 429])
    })
  }))

test('a right key is let in at any time and never counted', () =>
  withFolder((folder) =>
    whileServing(folder, 0, async (knock) => {
      expect(await times(5, () => knock('right'))).toEqual([200, 200, 200, 200, 200])
      expect(await times(4, () => knock('wrong'))).toEqual([200, 200, 200, 429])
      expect((await knock('right')).status).toBe(200)
    }),
  ))

test('one household with a whole network of addresses is one asker; another is another', () =>
  withFolder((folder) =>
    whileServing(folder, 0, async (knock) => {
      let host = 0
      expect(await times(4, () => knock('wrong', `2001:db8:0:1::${++host}`))).toEqual([200, 200, 200, 429])
      expect((await knock('wrong', '2001:db8:ffff:1::1')).status).toBe(200)
    }),
  ))

test('what is tried at one door does not close another', () =>
  withFolder(async (folder) => {
    await whileServing(folder, 0, async (knock) => void (await times(4, () => knock('wrong'))))
    await whileServing(folder, 0, async (knock) => expect((await knock('wrong')).status).toBe(200), 'links')
  }))

test('a guesser at a code is still known after a restart of the whole product', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guesser-'))
  const wrong = (address: string) => async () => {
    const visitor = new Visitor(address)
    await visitor.get('/r/AAAAAAAAAAAAAAAAAAAAAA')
    return (await visitor.post('/r/AAAAAAAAAAAAAAAAAAAAAA')).status
  }
  const statuses: number[] = []
  for (let start = 0; start < 2; start += 1) {
    await withHouse(
      async ({ address }) => {
        for (let tries = 0; tries < 11; tries += 1) statuses.push(await wrong(address)())
      },
      { config: { dataFolder: folder } },
    )
  }
  expect(statuses.slice(0, 20)).not.toContain(429)
  expect(statuses.slice(20)).toEqual([429, 429])
  await rm(folder, { recursive: true })
})
