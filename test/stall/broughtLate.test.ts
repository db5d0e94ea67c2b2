import { MINUTE, mopac, SECOND } from '../delivery/samples.ts'
import { finishedWith, vouched } from './brought.ts'
import { TEN, type TestStalls, withStalls } from './withStalls.ts'

// B2, at a stall: in time is what was kept before the closing, and nothing else. Its mutation partners run below: servers that
// go by another of the three times.

const CLOSES = TEN + MINUTE
const times = { onDeviceAt: CLOSES - 5 * SECOND, firstByteAt: CLOSES - 2 * SECOND, committedAt: CLOSES + 4 * SECOND }
const finished = finishedWith({ ...vouched, finishedAt: times.onDeviceAt, deviceAt: times.onDeviceAt })

type By = keyof typeof times

/** Takes another time for the moment in which a press is kept. */
const pressBy = (store: TestStalls['store'], by: By): void => {
  const { press } = store
  Object.assign(store, { press: (...[what, plan]: Parameters<typeof press>) => press(what, plan, () => times[by]) })
}

/** Finished and begun to be brought before the closing, kept after it, by a server that goes by one of the times. */
const bringAcross = async (by: By) => {
  const found: unknown[] = []
  await withStalls(
    async (test) => {
      pressBy(test.store, by)
      test.time.jump(times.committedAt - TEN)
      const { receipt } = await test.bring(finished, undefined, times.firstByteAt)
      const [sent] = await test.store.sent(finished.id)
      const { onDeviceAt, firstByteAt, committedAt, frozen } = sent!.submission
      expect(frozen?.answers).toEqual(finished.answers)
      await test.outbox.pass()
      found.push({
        late: receipt?.late,
        times: { onDeviceAt, firstByteAt, committedAt },
        'to the body': test.peer.came.length,
        'in the tray': (await test.stalls.tray(test.stall.id)).length,
      })
    },
    { consultation: { ...mopac, closesAtMs: CLOSES }, clock: () => times[by] },
  )
  return found[0]
}

test('finished and begun to be brought before the closing, kept after it: late, with its three times, and in the tray', async () =>
  expect(await bringAcross('committedAt')).toEqual({ late: true, times, 'to the body': 0, 'in the tray': 1 }))

test.each(['onDeviceAt', 'firstByteAt'] as const)(
  'partner: a server that goes by %s takes it for in time',
  async (by) => expect(await bringAcross(by)).toMatchObject({ late: false, 'in the tray': 0 }),
)
