import { showDay } from '../../src/pages/day.ts'
import { pressTray, showTray } from '../../src/pages/tray.ts'
import { showTrayRun } from '../../src/pages/trayRun.ts'
import { NOW } from '../organisers/entries.ts'
import { asOrganiser } from './asOrganiser.ts'

test('an organiser sees a stall’s tray and prints from it, by an address that names the stall', () =>
  asOrganiser(async ({ ask, home, reference }) => {
    expect(await ask(showTray)).toMatchObject({
      page: 'tray',
      view: { tray: `${home}/tray`, back: home, sides: 'two', waiting: [{ reference }] },
    })
    expect(await ask(pressTray, { fields: { print: ['all'], sides: ['one'] } })).toEqual({
      redirect: `${home}/tray/run?sides=one&of=${reference}`,
    })
    expect(await ask(showTrayRun, { query: { sides: 'one', of: reference } })).toMatchObject({
      page: 'tray-run',
      view: {
        sheets: '5 sheets, printed on one side',
        file: `${home}/tray/run.pdf?sides=one&at=${NOW}&of=${reference}`,
      },
    })
    expect(await ask(showDay)).toMatchObject({ page: 'day', view: { stall: 'Heathway', back: home } })
  }))

test('the choice of sides goes along in the address', () =>
  asOrganiser(async ({ ask, home }) => {
    expect(await ask(pressTray, { fields: { sides: ['one'] } })).toEqual({ redirect: `${home}/tray?sides=one` })
    expect(await ask(showTray, { query: { sides: 'one' } })).toMatchObject({ view: { sides: 'one' } })
    expect(await ask(showTray, { query: { sides: 'many' } })).toMatchObject({ view: { sides: 'two' } })
  }))

test('a stall that never was is not found, and who is not signed in signs in', () =>
  asOrganiser(async ({ ask }) => {
    expect(await ask(showTray, { params: { id: 'none' } })).toMatchObject({ page: 'not-found', status: 404 })
    for (const controller of [showTray, pressTray, showTrayRun, showDay]) {
      expect(await ask(controller, { organiserKey: null })).toMatchObject({ page: 'organiser' })
    }
  }))
