import 'fake-indexeddb/auto'
import { openTabletDatabase } from '../../src/offline/database.ts'
import { goUp } from '../../src/offline/goUp.ts'
import { tabletQueue } from '../../src/offline/queue.ts'
import { tabletResponseStore } from '../../src/offline/responseStore.ts'
import { type AskServer, NoSignal } from '../../src/offline/server.ts'
import { digestOf, signReceipt } from '../../src/stall/receipt.ts'
import { stallKeysOf } from '../../src/stallKeys.ts'

const ours = stallKeysOf(new Uint8Array(32).fill(1)).receipts
const others = stallKeysOf(new Uint8Array(32).fill(2)).receipts

let number = 0
const queueOf = async (...ids: string[]) => {
  const db = await openTabletDatabase(`queue ${++number}`)
  const [queue, responses] = [tabletQueue(db), tabletResponseStore(db)]
  for (const [at, id] of ids.entries()) {
    const begun = { id, reference: null, consent: { at, wording: 'I agree' }, answers: {}, begunAt: at, savedAt: null }
    await responses.begin(begun, [])
    await queue.finish({ id, sealed: new Uint8Array([at, 1, 2]), at }, null)
  }
  return queue
}

const bytesIn = async (body: BodyInit) => new Uint8Array(await new Response(body).arrayBuffer())

const receiptFor = async (path: string, body: BodyInit, secret = ours.secret) => {
  const said = {
    id: path.split('/').at(-1)!,
    digest: await digestOf(await bytesIn(body)),
    at: 5,
    reference: 'K7MQ2FTD',
  }
  return { receipt: await signReceipt(secret, { ...said, late: false }) }
}

const answering =
  (answer: (path: string, body: BodyInit) => Promise<Response>): AskServer =>
  (path, { body }) =>
    answer(path, body)

const left = async (ask: AskServer, ...ids: string[]) => {
  const failed = new Map<string, number>()
  const queue = await queueOf(...ids)
  const round = await goUp(queue, ask, ours.open, failed)
  return { round, left: (await queue.all()).map(({ id, words }) => [id, words]) }
}

test('what the server has signed for leaves the queue, oldest first', async () => {
  const asked: string[] = []
  const ask = answering(async (path, body) => {
    asked.push(path)
    return Response.json(await receiptFor(path, body))
  })
  const { round, left: none } = await left(ask, 'a', 'b')
  expect([asked, none, round.signal]).toEqual([['/stall/sync/a', '/stall/sync/b'], [], true])
  expect([...round.kept]).toEqual(['a', 'b'])
})

test.each<[string, (path: string, body: BodyInit) => Promise<Response>]>([
  ['a hotel’s page', async () => new Response('<h1>Welcome</h1>', { status: 200 })],
  ['JSON of somebody', async () => Response.json({ ok: true, receipt: { words: '{}', signature: 'AAAA' } })],
  ['another server’s receipt', async (path, body) => Response.json(await receiptFor(path, body, others.secret))],
  ['a receipt for another id', async (_path, body) => Response.json(await receiptFor('/stall/sync/z', body))],
  ['a receipt for other bytes', async (path) => Response.json(await receiptFor(path, 'others'))],
  [
    'a signature that is none',
    async (path, body) => {
      const { receipt } = await receiptFor(path, body)
      return Response.json({ receipt: { ...receipt, signature: '!' } })
    },
  ],
  ['nothing', async () => new Response(null, { status: 204 })],
])('%s ends no entry', async (_what, answer) => {
  const { round, left: all } = await left(answering(answer), 'a', 'b')
  expect([all, round.signal, round.kept.size]).toEqual([
    [
      ['a', null],
      ['b', null],
    ],
    false,
    0,
  ])
})

test('what is refused stays, with the words, and holds up nothing else', async () => {
  const ask = answering(async (path, body) =>
    path.endsWith('/a')
      ? Response.json({ refused: 'unreadable', words: 'We could not read it.' }, { status: 422 })
      : Response.json(await receiptFor(path, body)),
  )
  const { round, left: one } = await left(ask, 'a', 'b')
  expect([one, round.signal]).toEqual([[['a', 'We could not read it.']], true])
})

test('without signal everything stays; a mistake of ours is not taken for that', async () => {
  const none: AskServer = async () => {
    throw new NoSignal('none')
  }
  expect((await left(none, 'a')).left).toEqual([['a', null]])
  const broken: AskServer = async () => {
    throw new TypeError('ours')
  }
  await expect(left(broken, 'a')).rejects.toThrow('ours')
})

test('one that never gets through holds up no other', async () => {
  const queue = await queueOf('slow', 'b', 'c')
  const failed = new Map<string, number>()
  const ask = answering(async (path, body) => {
    if (path.endsWith('/slow')) throw new NoSignal('it takes too long')
    return Response.json(await receiptFor(path, body))
  })
  await goUp(queue, ask, ours.open, failed)
  expect(await queue.size()).toBe(3)
  await goUp(queue, ask, ours.open, failed)
  expect((await queue.all()).map(({ id }) => id)).toEqual(['slow'])
})

test('what is finished twice at once is finished once, and the first counts', async () => {
  const queue = await queueOf('a')
  expect(await queue.finish({ id: 'a', sealed: new Uint8Array([9]), at: 9 }, null)).toBe(false)
  expect((await queue.all()).map(({ sealed }) => [...sealed])).toEqual([[0, 1, 2]])
})
