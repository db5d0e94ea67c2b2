import { closeStall, showStall } from '../../src/pages/organiserStall.ts'
import { showTray } from '../../src/pages/tray.ts'
import { trayFile } from '../../src/pages/trayRun.ts'
import { inGroups } from '../../src/responses/alphabet.ts'
import { closing } from '../delivery/samples.ts'
import { asOrganiser } from './asOrganiser.ts'

test('what comes after a stall was closed is counted on its page, listed in its tray, and printed by organisers', () =>
  asOrganiser(async ({ ask, bring, house, key, home }) => {
    await ask(closeStall)
    expect(await ask(showStall)).toMatchObject({ view: { closed: true, unprinted: 0, late: 0 } })
    const { reference } = await bring()
    expect(await ask(showStall)).toMatchObject({ view: { closed: true, unprinted: 1, late: 0 } })
    expect(await ask(showTray)).toMatchObject({
      view: { closed: true, over: false, waiting: [{ reference }], tray: `${home}/tray` },
    })
    expect(await ask(trayFile, { query: { of: reference } })).toMatchObject({ type: 'application/pdf' })
    const shift = (await house.site.stalls.shiftOf(key, 1))!
    expect((await house.site.stalls.heard(shift, { unsent: 0, tally: [], aheadMs: 0 }, 2)).tray).toBe(0)
  }))

test('what came after the consultation had closed is said, and what was asked with another form is named', () =>
  asOrganiser(async ({ ask, bring, setClock }) => {
    const { reference } = await bring({ fingerprint: 'an older print' })
    setClock(closing)
    await bring()
    expect(await ask(showStall)).toMatchObject({
      view: { unprinted: 3, late: 1, misfits: [], olders: [inGroups(reference)] },
    })
  }))
