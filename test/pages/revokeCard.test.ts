import { revokeCard, showRevoke } from '../../src/pages/revokeCard.ts'
import { SCAN } from '../stall/brought.ts'
import { asOrganiser } from './asOrganiser.ts'

test('revoking asks first, says what is known to wait on the tablet, and changes nothing by asking', () =>
  asOrganiser(async ({ ask, house, stall, home }) => {
    const [paired, unused] = (await house.site.stalls.one(stall.id))!.shifts
    const waits = async (shift: string) => {
      const asked = await ask(showRevoke, { query: { shift } })
      expect(asked).toMatchObject({ page: 'organiser-revoke', view: { id: shift, stall: 'Heathway', self: home } })
      return asked
    }
    expect(await waits(unused!.id)).toMatchObject({ view: { number: 2, says: 'Not used yet.', waits: null } })
    expect(await waits(paired!.id)).toMatchObject({ view: { waits: expect.stringContaining('nothing waited') } })
    for (const [unsent, words] of [
      [1, 'one finished response waited'],
      [1234, '1,234 finished responses waited'],
    ] as const) {
      const shift = { ...paired!, stall }
      await house.site.stalls.heard(shift, { unsent, tally: [], aheadMs: 0 }, 2)
      expect(await waits(paired!.id)).toMatchObject({ view: { waits: expect.stringContaining(words) } })
    }
    expect((await house.site.stalls.one(stall.id))?.shifts.map(({ revokedAt }) => revokedAt)).toEqual([null, null])
  }))

test('what waits on a tablet that was never heard of is not known, and that is said', () =>
  asOrganiser(async ({ ask, house, stall }) => {
    const [, unused] = (await house.site.stalls.one(stall.id))!.shifts
    await house.site.stalls.pair(await house.site.stalls.cardOf(unused!.id), SCAN, 1)
    const asked = await ask(showRevoke, { query: { shift: unused!.id } })
    expect(asked).toMatchObject({ view: { waits: expect.stringContaining('we do not know') } })
  }))

test('pressing revokes; a card that is revoked, or of another stall, leads back to the stall', () =>
  asOrganiser(async ({ ask, house, stall, home }) => {
    const [paired] = (await house.site.stalls.one(stall.id))!.shifts
    expect(await ask(revokeCard, { fields: { shift: [paired!.id] } })).toEqual({ redirect: `${home}?done=revoked` })
    for (const shift of [paired!.id, 'another'])
      for (const controller of [showRevoke, revokeCard])
        expect(await ask(controller, { query: { shift } })).toEqual({ redirect: home })
    expect(await ask(showRevoke, { organiserKey: null })).toMatchObject({ page: 'organiser' })
  }))
