import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finished } from '../../src/stall/finished.ts'
import { finishedWith, SCAN, sealedFor } from '../stall/brought.ts'
import { Tablet } from '../web/atStall.ts'
import { type TestHouse, withHouse } from '../web/withHouse.ts'
import { cliWith, packs, withFolder } from './command.ts'

const DAY = '2031-03-01'
const MAKE = ['make', '--name', 'Library steps', '--place', 'Main Street', '--day', DAY, '--cards', '2']

type Desk = TestHouse & { stall(...words: string[]): ReturnType<typeof cliWith> }

/** A server that runs, and its stalls by the command line. */
const withDesk = (use: (desk: Desk) => Promise<void>) =>
  withHouse(
    (test) => {
      const env = {
        ...{ PUBLIC_URL: 'https://respond.example', HOLDER_NAME: 'n', HOLDER_CONTACT: 'c' },
        ...{ DATA_FOLDER: test.folder, PACK: packs.library },
      }
      return use({ ...test, stall: (...words) => cliWith({ env }, test.folder, 'stall', ...words) })
    },
    { pack: packs.library },
  )

const finished = (more: Partial<Finished> = {}) =>
  finishedWith({ pack: 'library-hours', answers: { street: 'Canary Lane' }, ...more })

test('a stall is made, its card pairs a tablet of the running server, is revoked, and the stall is closed', () =>
  withDesk(async ({ stall, address, setClock }) => {
    setClock(Date.UTC(2031, 2, 1, 9))
    const { code, out } = await stall(...MAKE, '--json')
    expect(code).toBe(0)
    const { stall: id, cards } = JSON.parse(out)
    expect(cards).toEqual([1, 2].map((card) => ({ card, link: expect.stringContaining('.example/stall/pair/') })))

    const tablet = new Tablet(address)
    await tablet.pair(cards[0].link.split('/').at(-1))
    await tablet.heard({ unsent: 2, tally: [], aheadMs: 0 })
    const listed = await stall('list')
    expect(listed.out).toContain(`Library steps, Main Street, ${DAY} (${id})`)
    expect(listed.out).toContain('Card 1: paired, 2 waiting on its tablet\n  Card 2: not used')
    expect(JSON.parse((await stall('cards', id.slice(0, 8), '--json')).out).cards).toEqual([cards[1]])

    expect((await stall('revoke', id, '1')).out).toContain('Card 1 is revoked')
    expect((await tablet.get('/stall/key')).status).toBe(401)
    expect((await stall('card', id)).out).toContain('Card 3: https://')
    expect((await stall('close', id)).out).toBe('Library steps is closed, and its tray is empty.\n')
  }))

test('what is wrong with a stall is said before anything is made, and one that is not there is wrong use', () =>
  withDesk(async ({ stall, house }) => {
    const past = await stall('make', '--name', ' ', '--place', 'x', '--day', '2017-09-30', '--cards', '31')
    expect(past.code).toBe(2)
    expect(past.err).toMatch(/--day: That day has passed[\s\S]*--cards: Say how many/)
    expect(await house.site.stalls.all()).toEqual([])
    expect(await stall('close', 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('no such stall') })
  }))

test('a rescue file of a revoked tablet is taken in whole, once however often; what does not open is told', () =>
  withDesk(async ({ stall, house, folder }) => {
    const { id } = await house.site.stalls.make({ name: 'S', place: 'P', day: DAY, cards: 1 }, 1)
    const [shift] = (await house.site.stalls.one(id))!.shifts
    const { keys } = await house.site.stalls.heard((await pairedShift(house))!, { unsent: 2, tally: [], aheadMs: 0 }, 2)
    await house.site.stalls.revoke(shift!.id, 3)
    const one = finished({ wants: 'print', link: 'L'.repeat(22) })
    const two = finished({ reference: 'AAAA1111' })
    const entries = await Promise.all(
      [one, two].map(async (each) => ({
        id: each.id,
        sealed: Buffer.from(await sealedFor(keys.seal, each)).toString('base64'),
      })),
    )
    const file = join(folder, 'rescue.json')
    await writeFile(file, JSON.stringify({ v: 1, stall: id, card: 1, entries }))
    for (const time of ['first', 'again']) {
      const { code, out } = await stall('rescue', file)
      expect([time, code, out]).toEqual([time, 0, '2 of 2 are here now, kept whole.\n'])
      expect(out).not.toContain('Canary')
    }
    expect((await house.site.responses.openBy('link', 'L'.repeat(22)))?.answers).toEqual(one.answers)
    expect(await house.site.stalls.tray(id)).toMatchObject([{ responseId: one.id, shiftNumber: 1 }])
    const close = await stall('close', id)
    expect([close.code, close.err]).toEqual([1, expect.stringContaining('1 in the tray of S not printed yet')])

    await writeFile(file, JSON.stringify({ v: 1, entries: [{ ...entries[0], id: crypto.randomUUID() }, entries[1]] }))
    const partly = await stall('rescue', file, '--json')
    expect([partly.code, JSON.parse(partly.out)]).toMatchObject([1, { ok: false, taken: 1 }])
    await writeFile(file, JSON.stringify({ v: 1, entries: 'cut short' }))
    expect((await stall('rescue', file)).code).toBe(2)
  }))

const pairedShift = async ({ site: { stalls } }: TestHouse['house']) => {
  const [stall] = await stalls.all()
  const paired = await stalls.pair(await stalls.cardOf(stall!.shifts[0]!.id), SCAN, 1)
  return paired && stalls.shiftOf(paired.key, 1)
}

test('stall makes no database and no key where there is none', () =>
  withFolder(async (folder) => {
    const env = { PUBLIC_URL: 'https://respond.example', HOLDER_NAME: 'n', HOLDER_CONTACT: 'c', DATA_FOLDER: folder }
    const { code, err } = await cliWith({ env }, folder, 'stall', 'list')
    expect([code, err]).toEqual([2, expect.stringContaining('responses.sqlite: there is no such file')])
  }))
