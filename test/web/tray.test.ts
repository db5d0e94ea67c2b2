import { pageTexts } from '../pdf/paper.ts'
import { qrOnPage } from '../pdf/qrOnPage.ts'
import { stallAt } from '../stall/stallAt.ts'
import { withTray } from '../stall/withTray.ts'
import { Visitor } from './visitor.ts'
import { MORNING } from './withHouse.ts'

const LINK = 'zz-_zz9zz0zzzzzzzzzzzz'
const EMOJI = { q1: 'no', 'q1-reasons': 'CanaryOfEmoji \u{1f600}' } as const

const fileIn = (html: string): string =>
  /href="([^"]*run\.pdf[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')

/** Presses a button of the tray, and goes to the page of the run. */
const runOf = async (tablet: Visitor, print: string) => {
  await tablet.get('/stall/tray')
  const { location } = await tablet.post('/stall/tray', { print })
  return { run: location!, page: await tablet.get(location!) }
}

test('one press makes a run, which is printed, asked about, and ticked off', () =>
  withTray(async ({ tablet, atStall, setClock }) => {
    for (let n = 0; n < 4; n += 1) {
      setClock(MORNING + n)
      await atStall.bring(n === 2 ? { link: LINK, linkOnPaper: true } : {})
    }
    const { text } = await tablet.get('/stall/tray')
    expect(text).toContain('Print all (4)')
    expect(text).not.toContain('of somebody')
    const { run, page } = await runOf(tablet, 'all')
    expect(page.text).toContain('Print 4 responses')
    expect(page.text).toContain('12 sheets, printed on both sides')
    expect(page.text).not.toContain('of somebody')

    const { bytes, headers } = await tablet.get(fileIn(page.text))
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('cache-control')).toContain('no-store')
    const texts = await pageTexts(bytes)
    expect(texts).toHaveLength(24)
    expect(texts.flatMap((one) => one.match(/Reason \d of somebody/g) ?? [])).toEqual(
      [0, 1, 2, 3].map((n) => `Reason ${n} of somebody`),
    )
    expect(await qrOnPage(bytes, 17)).toBe(`http://127.0.0.1/r/${LINK}`)

    const ticked = await tablet.post(run, { came: 'all' })
    const after = await tablet.get(ticked.location!)
    expect(after.text).toContain('4 responses are ticked off.')
    expect(after.text).toContain('Nothing waits for print.')
    expect(after.text).toContain('Ticked off (4)')
  }))

test('what did not come out waits on, what did can be printed again and is counted once', () =>
  withTray(async ({ house, tablet, atStall }) => {
    const [one, two] = [await atStall.bring(), await atStall.bring()]
    const { run } = await runOf(tablet, 'all')
    await tablet.post((await tablet.post(run, { came: 'some', out: one.reference })).location!)
    expect((await tablet.get('/stall/tray')).text).toContain('Print all (1)')
    expect((await tablet.post(run, { came: 'some' })).location).toContain('done=0')

    const again = await runOf(tablet, one.reference)
    expect(again.page.text).toContain('Print one response')
    expect((await tablet.get(fileIn(again.page.text))).status).toBe(200)
    await tablet.post(again.run, { came: 'all' })
    await tablet.post((await runOf(tablet, two.reference)).run, { came: 'all' })
    const hours = await house.site.stalls.hours(atStall.stall.id)
    expect(hours.map(({ printed }) => printed)).toEqual([2])
  }))

test('a response in letters that the form lacks is named, never printed, and holds nobody up', () =>
  withTray(async ({ tablet, atStall }) => {
    await atStall.bring()
    const { reference } = await atStall.bring({ answers: EMOJI })
    const { text } = await tablet.get('/stall/tray')
    expect(text).toContain('Print all (1)')
    expect(text).toMatch(/Cannot be printed yet[\s\S]*The form’s letters do not include \u{1f600}/u)
    expect(text).not.toContain('CanaryOfEmoji')
    const { page } = await runOf(tablet, reference)
    expect(page.text).toContain('Nothing to print')
    expect((await tablet.get(`/stall/tray/run.pdf?of=${reference}`)).status).toBe(404)
  }))

test('a run leaves out and names what another reader does not find on its pages', () => {
  const missing = [{ question: 'q1-reasons', page: 1, how: 'letters', missing: 'Reason' }]
  const pictures = (real: { missing: unknown[] }) => ({ ...real, missing })
  return withTray(async ({ house, tablet, atStall }) => {
    const { reference } = await atStall.bring({ answers: { q1: 'no', 'q1-reasons': 'Seen by nobody.' } })
    const other = await atStall.bring()
    const { read } = house.site.pictures
    house.site.pictures.read = async (form, asker) => {
      const seen = await read(form, asker)
      const isIt = form.expected.lines.some(({ text }) => text.includes('Seen by nobody'))
      return isIt ? (pictures(seen) as typeof seen) : seen
    }
    const { page } = await runOf(tablet, 'all')
    expect(page.text).toContain('Print one response')
    expect(page.text).toMatch(/Left out[\s\S]*came out on paper, so it is not printed/)
    expect(page.text).toContain(`${reference.slice(0, 4)}-${reference.slice(4)}`)
    const texts = await pageTexts((await tablet.get(fileIn(page.text))).bytes)
    expect(texts.join()).not.toContain('Seen by nobody')
    expect(texts.join()).toContain(other.reference)
  })
})

test('single sheets are kept for the shift, and have no blank page', () =>
  withTray(async ({ tablet, atStall }) => {
    await atStall.bring()
    await tablet.get('/stall/tray')
    await tablet.post('/stall/tray', { sides: 'one' })
    expect((await tablet.get('/stall/tray')).text).toContain('On one side of the paper.')
    const { page } = await runOf(tablet, 'all')
    expect(page.text).toContain('5 sheets, printed on one side')
    const texts = await pageTexts((await tablet.get(fileIn(page.text))).bytes)
    expect(texts).toHaveLength(5)
    expect(texts.every((text) => text.trim() !== '')).toBe(true)
  }))

test('nobody without the tablet sees any of it, nor another stall’s tablet', () =>
  withTray(async ({ house, address, tablet, atStall }) => {
    const { reference } = await atStall.bring()
    const file = `/stall/tray/run.pdf?of=${reference}`
    const addresses = ['/stall/tray', `/stall/tray/run?of=${reference}`, file, '/stall/day']
    for (const path of addresses) expect((await new Visitor(address).get(path)).status).toBe(403)
    for (const path of [`/organiser/stalls/${atStall.stall.id}/tray`, `/organiser/stalls/${atStall.stall.id}/day`]) {
      const { text } = await tablet.get(path)
      expect(text).toContain('Send me a link')
      expect(text).not.toContain('Heathway')
    }
    const other = new Visitor(address)
    other.cookies.set('shift', (await stallAt(house)).key)
    expect((await other.get('/stall/tray')).text).not.toContain(reference)
    expect((await other.get(file)).status).toBe(404)
  }))
