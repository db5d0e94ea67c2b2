import { pageTexts } from '../pdf/paper.ts'
import { withTray } from '../stall/withTray.ts'
import type { Visitor } from './visitor.ts'
import { MORNING } from './withHouse.ts'

const fileIn = (html: string): string =>
  /href="([^"]*run\.pdf[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')

const runIn = (html: string): string =>
  /action="([^"]*tray\/run[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')

const LINK = 'zz-_zz9zz0zzzzzzzzzzzz'

const pageOfAll = async (tablet: Visitor) => {
  await tablet.get('/stall/tray')
  return tablet.get((await tablet.post('/stall/tray', { print: 'all' })).location!)
}

test('a tablet of a closed stall sees no tray: what still comes lies with the organiser', () =>
  withTray(async ({ house, tablet, atStall }) => {
    const early = await atStall.bring()
    await house.site.stalls.close(atStall.stall.id, MORNING)
    const late = await atStall.bring()
    const { text } = await tablet.get('/stall/tray')
    expect(text).toContain('lies with the organiser')
    for (const { reference } of [early, late]) {
      expect(text).not.toContain(reference)
      expect((await tablet.get(`/stall/tray/run.pdf?of=${reference}`)).status).toBe(404)
    }
  }))

test('what its person changes at home while it is printed is not ticked off, and offered anew', () =>
  withTray(async ({ house, tablet, atStall, setClock }) => {
    await atStall.bring()
    const changed = await atStall.bring({ visit: LINK })
    const page = (await pageOfAll(tablet)).text
    expect((await tablet.get(fileIn(page))).status).toBe(200)
    setClock(MORNING + 60_000)
    await house.site.responses.save(changed.id, LINK, { 'q1-reasons': 'Other words.' }, MORNING + 60_000)

    const again = await tablet.get(fileIn(page))
    expect([again.status, again.location]).toEqual([303, expect.stringContaining('/stall/tray/run?')])
    const ticked = await tablet.post(runIn(page), { came: 'all' })
    expect(ticked.location).toBe(`/stall/tray/run?sides=two&of=${changed.reference}`)
    const rows = await house.site.stalls.tray(atStall.stall.id)
    expect(rows.filter(({ printedAt }) => printedAt === null).map(({ reference }) => reference)).toEqual([
      changed.reference,
    ])

    const anew = (await tablet.get(ticked.location!)).text
    expect((await pageTexts((await tablet.get(fileIn(anew))).bytes)).join()).toContain('Other words.')
    expect((await tablet.post(runIn(anew), { came: 'all' })).location).toContain('done=1')
  }))

test('a file that would leave one out leads back to the page that says which', () =>
  withTray(async ({ house, tablet, atStall }) => {
    const [one, gone] = [await atStall.bring(), await atStall.bring()]
    const page = (await pageOfAll(tablet)).text
    await house.site.responses.forget(gone.id, MORNING)
    const { status, location } = await tablet.get(fileIn(page))
    expect([status, location]).toEqual([303, expect.stringContaining(one.reference)])
    expect((await tablet.get(location!)).text).toContain('Print one response')
  }))
