import { finishedWith, vouched } from './brought.ts'
import { forgetIds } from './forgetIds.ts'
import { SERVER_KEY, type TestStalls, withStalls } from './withStalls.ts'

// A4, at a stall. Its mutation partner runs below: a server that does not know an id again.

const FIVE = 5

/** Five who come at once with the same bytes; answers what was made of them. */
const fiveAtOnce = async (change = (_test: TestStalls) => {}) => {
  const made = { responses: 0, 'to the body': 0, 'counted as sent': 0, receipts: 0 }
  await withStalls(async (test) => {
    change(test)
    const finished = finishedWith({ ...vouched, link: 'L'.repeat(22) })
    const bytes = await test.bytesOf(finished)
    const all = await Promise.all(Array.from({ length: FIVE }, () => test.bring(finished, bytes)))
    for (let pass = 0; pass < 2; pass += 1) await test.outbox.pass()
    made.responses = (await test.db.selectFrom('responses').selectAll().execute()).length
    made['to the body'] = test.peer.came.length
    made['counted as sent'] = (await test.stalls.hours(test.stall.id))[0]?.sent ?? 0
    made.receipts = new Set(all.map(({ receipt }) => JSON.stringify(receipt))).size
  })
  return made
}

test('five who come at once with the same bytes make one response, sent once', async () =>
  expect(await fiveAtOnce()).toEqual({ responses: 1, 'to the body': 1, 'counted as sent': 1, receipts: 1 }))

test('partner: where the server does not know an id again, they make five', async () =>
  expect(await fiveAtOnce(({ stalls }) => forgetIds(stalls, SERVER_KEY))).toMatchObject({
    ...{ responses: FIVE, 'to the body': FIVE, 'counted as sent': FIVE },
  }))
