import { makeStall, showStalls } from '../../src/pages/makeStall.ts'
import { showStall } from '../../src/pages/organiserStall.ts'
import { showTray } from '../../src/pages/tray.ts'
import { showTrayRun } from '../../src/pages/trayRun.ts'
import { asOrganiser } from './asOrganiser.ts'

const CANARY = 'Said to an older question.'
const misfit = { answers: { q1: 'no', gone: CANARY } }

test('a misfit is told on its stall’s page by reference, tablet and time, and never by an answer', () =>
  asOrganiser(async ({ ask, bring }) => {
    const { reference } = await bring(misfit)
    const shown = await ask(showStall)
    const grouped = `${reference.slice(0, 4)}-${reference.slice(4)}`
    const told = { reference: grouped, from: 'card 1', at: expect.stringMatching(/^\d\d:\d\d:\d\d/) }
    expect(shown).toMatchObject({ view: { misfits: [told] } })
    expect(JSON.stringify(shown)).not.toContain(CANARY)
    expect(await ask(showStalls)).toMatchObject({ view: { misfits: [] } })
  }))

test('it stays in the tray with why, and no run takes it, of another pack too', () =>
  asOrganiser(async ({ ask, bring }) => {
    const [one, other] = [await bring(misfit), await bring({ pack: 'library-hours' })]
    const shown = await ask(showTray)
    const why = expect.stringContaining('It answers questions that the form does not have today')
    expect(shown).toMatchObject({ view: { cannot: [{ why }, { why }], waiting: [{}] } })
    expect(JSON.stringify(shown)).not.toContain(CANARY)
    for (const { reference } of [one, other])
      expect(await ask(showTrayRun, { query: { of: reference } })).toMatchObject({
        view: { responses: [], left: [{ why }] },
      })
  }))

test('what is made of a stall says nothing of misfits of other stalls', () =>
  asOrganiser(async ({ ask, bring, house }) => {
    await bring(misfit)
    const fields = { name: ['Other'], place: ['Elsewhere'], day: ['2031-01-01'], cards: ['1'] }
    await ask(makeStall, { fields })
    const other = (await house.site.stalls.all()).find(({ name }) => name === 'Other')
    expect(await ask(showStall, { params: { id: other!.id } })).toMatchObject({ view: { misfits: [], olders: [] } })
  }))
