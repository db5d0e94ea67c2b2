import type { StallStore } from '../../src/stall/stall.ts'
import { finishedWith, vouched } from './brought.ts'
import { withStalls } from './withStalls.ts'

const link = 'L'.repeat(22)

type Step = 'take' | 'taken' | 'provenanceOf' | 'endVouch' | 'referenceOf'

/** A store that breaks, once or more, before or after it has done its work, as a process does that is killed there. */
const breaking = (call: Step, when: 'before' | 'after', times = 1) => {
  let left = times
  return (store: StallStore): StallStore => {
    const work = store[call] as (...given: unknown[]) => Promise<unknown>
    const killed = async (...given: unknown[]) => {
      if (left > 0 && when === 'before') throw new Error(`killed, ${left--}`)
      const result = await work(...given)
      if (left > 0) throw new Error(`killed, ${left--}`)
      return result
    }
    return { ...store, [call]: killed }
  }
}

const steps = (['take', 'taken', 'provenanceOf', 'endVouch', 'referenceOf'] as const).flatMap((call) =>
  (['before', 'after'] as const).map((when) => ({ call, when })),
)

test.each(steps)(
  'cut off $when $call, it is finished when it is brought again: kept once, sent once',
  ({ call, when }) =>
    withStalls(
      async (test) => {
        const finished = finishedWith({ ...vouched, link })
        const bytes = await test.bytesOf(finished)
        await expect(test.bring(finished, bytes)).rejects.toThrow('killed')
        const { receipt } = await test.bring(finished, bytes)
        expect(receipt).toMatchObject({ id: finished.id, reference: finished.reference })
        expect((await test.responses.openBy('link', link))?.answers).toEqual(finished.answers)
        expect(await test.store.sent(finished.id)).toHaveLength(1)
        expect(await test.db.selectFrom('responses').selectAll().execute()).toHaveLength(1)
      },
      { wrap: breaking(call, when) },
    ),
)

test('what its person changed at home before it was sent is not sent in their name: it waits for print', () =>
  withStalls(
    async (test) => {
      const visit = 'V'.repeat(22)
      const finished = finishedWith({ ...vouched, visit })
      const bytes = await test.bytesOf(finished)
      await expect(test.bring(finished, bytes)).rejects.toThrow('killed')
      await test.responses.save(finished.id, visit, { 'q1-reasons': 'I thought again.' }, test.time.clock())
      expect((await test.bring(finished, bytes)).receipt).not.toBeNull()
      expect(await test.store.sent(finished.id)).toEqual([])
      expect(await test.stalls.tray(test.stall.id)).toMatchObject([{ responseId: finished.id }])
    },
    { wrap: breaking('provenanceOf', 'before') },
  ))

test.each(steps.filter(({ call, when }) => call !== 'taken' && `${when} ${call}` !== 'before take'))(
  'cut off $when $call, and its tablet never comes back: what was kept is sent with the next tidying, counted once',
  ({ call, when }) =>
    withStalls(
      async (test) => {
        const finished = finishedWith(vouched)
        await expect(test.bring(finished)).rejects.toThrow('killed')
        test.time.pass(3_600_000)
        for (let hours = 0; hours < 2; hours += 1) await test.stalls.tidy(test.time.clock())
        const [sent, ...more] = await test.store.sent(finished.id)
        expect([sent?.submission.frozen?.answers, more]).toEqual([finished.answers, []])
        expect((await test.stalls.hours(test.stall.id)).map(({ sent: count }) => count)).toEqual([1])
        expect(await test.stallStore.vouches()).toEqual([])
      },
      { wrap: breaking(call, when) },
    ),
)

test('what was cut off and can be sent no more, for mail was taken out, waits for print', () =>
  withStalls(
    async (test) => {
      const finished = finishedWith(vouched)
      await expect(test.bring(finished)).rejects.toThrow('killed')
      await test.withoutMail.tidy(test.time.clock())
      expect(await test.stalls.tray(test.stall.id)).toMatchObject([{ responseId: finished.id }])
    },
    { wrap: breaking('provenanceOf', 'before') },
  ))

test('one that cannot be sent holds up no other', () =>
  withStalls(
    async (test) => {
      const [broken, sound] = [finishedWith(vouched), finishedWith({ ...vouched, reference: 'AAAA1111' })]
      for (const finished of [broken, sound]) await expect(test.bring(finished)).rejects.toThrow('killed')
      await expect(test.stalls.tidy(test.time.clock())).rejects.toThrow('killed')
      const waiting = await test.stallStore.vouches()
      expect(waiting).toHaveLength(1)
      await test.stalls.tidy(test.time.clock())
      expect(await test.store.sent(broken.id)).toHaveLength(1)
      expect(await test.store.sent(sound.id)).toHaveLength(1)
    },
    { wrap: breaking('provenanceOf', 'before', 3) },
  ))
