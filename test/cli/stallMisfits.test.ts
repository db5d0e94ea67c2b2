import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pageTexts } from '../pdf/paper.ts'
import { finishedWith } from '../stall/brought.ts'
import { Tablet } from '../web/atStall.ts'
import { type TestHouse, withHouse } from '../web/withHouse.ts'
import { cliWith, packs } from './command.ts'

type Shop = { stall(...words: string[]): ReturnType<typeof cliWith>; folder: string; id: string }

/** A server that runs, to which a tablet with an older pack brought a response; and one whose response fits. */
const withMisfit = (use: (shop: Shop) => Promise<void>) =>
  withHouse(
    async (test) => {
      test.setClock(Date.UTC(2031, 2, 1, 9))
      const tablet = new Tablet(test.address)
      const { id, card } = await oneCard(test)
      await tablet.pair(card)
      const answers = { 'three-days': 'no', street: 'Canary Lane', gone: 'An older\n\u001b[2Jword.' }
      await tablet.sync(finishedWith({ pack: 'library-hours', answers }))
      const fits = { pack: 'library-hours', reference: 'AAAA1111', answers: { street: 'Other Street' } }
      await tablet.sync(finishedWith(fits))
      const env = {
        ...{ PUBLIC_URL: 'https://respond.example', HOLDER_NAME: 'n', HOLDER_CONTACT: 'c' },
        ...{ DATA_FOLDER: test.folder, PACK: packs.library },
      }
      await use({ stall: (...words) => cliWith({ env }, test.folder, 'stall', ...words), folder: test.folder, id })
    },
    { pack: packs.library },
  )

const oneCard = async ({ house: { site } }: TestHouse) => {
  const { id } = await site.stalls.make({ name: 'S', place: 'P', day: '2031-03-01', cards: 1 }, 1)
  return { id, card: await site.stalls.cardOf((await site.stalls.one(id))!.shifts[0]!.id) }
}

test('misfits are counted and listed by reference, tablet and time, without an answer', () =>
  withMisfit(async ({ stall }) => {
    const [counted, listed] = [await stall('list'), await stall('misfits', '--json')]
    expect(counted.out).toContain('Needs a hand: 1 that the form does not fit')
    const one = { reference: 'K7MQ2FTD', stall: 'S', card: 1, at: Date.UTC(2031, 2, 1, 9) }
    expect(JSON.parse(listed.out).misfits).toEqual([one])
    for (const { out } of [counted, listed, await stall('misfits')]) expect(out).not.toContain('Canary')
  }))

test('one is shown whole, what has no place is marked, and the form is made of the rest', () =>
  withMisfit(async ({ stall, folder }) => {
    const { code, out } = await stall('misfit', 'k7mq-2ftd', '--form', 'paper.pdf')
    expect(code).toBe(0)
    expect(out).toMatch(/^K7MQ-2FTD, S, card 1, came /)
    expect(out).toMatch(/\nstreet {2}.+\n {4}Canary Lane\n/)
    expect(out).toContain('NOT ON THE FORM  gone\n    An older\n    [2Jword.\n')
    expect(out).toContain('1 of 3 have no place on today’s form')
    const paper = (await pageTexts(new Uint8Array(await readFile(join(folder, 'paper.pdf'))))).join()
    expect(paper).toContain('Canary Lane')
    expect(paper).not.toContain('older')
  }))

test('a response that is no misfit is not shown by it', () =>
  withMisfit(async ({ stall }) => {
    const { code, out, err } = await stall('misfit', 'AAAA1111')
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('there is no misfit of that reference')])
  }))

test('what came in is listed by reference with all of its times, and no answer', () =>
  withMisfit(async ({ stall, id }) => {
    const { out } = await stall('came-in', id)
    const times = 'finished 01:00:03 on 1 January, on the device 01:00:03 on 1 January, first byte 09:00:00 on 1 March'
    expect(out.trim().split('\n').toSorted()).toEqual([
      `AAAA-1111: kept; card 1, ${times}, kept 09:00:00 on 1 March`,
      `K7MQ-2FTD: fits no form of today; card 1, ${times}, kept 09:00:00 on 1 March`,
    ])
  }))
