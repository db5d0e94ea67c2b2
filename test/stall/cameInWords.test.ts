import { sayCameIn } from '../../src/stall/cameInWords.ts'
import type { Waiting } from '../../src/stall/stall.ts'
import type { CameIn } from '../../src/stall/takenIn.ts'

const one: CameIn = {
  ...{ id: 'one', reference: 'K7MQ2FTD', shiftNumber: 3, misfit: false, older: false },
  ...{ finishedAt: 10, onDeviceAt: 86_400_010, firstByteAt: 50, at: 60 },
}
const inTray = (printedAt: number | null): Waiting => ({
  ...{ responseId: 'one', reference: 'K7MQ2FTD', shiftNumber: 3, addedAt: 60, printedAt, link: null, misfit: false },
})
const how = { consultation: { closesAtMs: 1000 }, say: (ms: number) => `at ${ms}` }

test('every time is said that was kept, the tablet’s own as it was', () => {
  expect(sayCameIn(one, [], how)).toEqual({
    ...{ finished: 'at 10', onDevice: 'at 86400010', firstByte: 'at 50', kept: 'at 60', state: 'kept' },
  })
  const older = { ...one, finishedAt: null, onDeviceAt: null, firstByteAt: null }
  expect(sayCameIn(older, [], how)).toMatchObject({ finished: null, onDevice: null, firstByte: null, kept: 'at 60' })
})

test.each([
  ['waits in the tray', one, [inTray(null)]],
  ['printed at 70', one, [inTray(70)]],
  ['fits no form of today', { ...one, misfit: true }, [inTray(null)]],
  ['late, waits in the tray', { ...one, at: 1000 }, [inTray(null)]],
  ['kept', { ...one, at: 999 }, [{ ...inTray(null), responseId: 'other' }]],
])('where it is: %s', (state, came, tray) => {
  expect(sayCameIn(came, tray, how).state).toBe(state)
})
