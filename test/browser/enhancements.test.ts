import { withDay } from '../stories/withBrowser.ts'
import { Visitor } from '../web/visitor.ts'

const withAnswers = (
  use: Parameters<typeof withDay>[0] extends (day: infer Day) => unknown
    ? (day: Day, key: string) => Promise<void>
    : never,
) =>
  withDay(async (day) => {
    const writer = new Visitor(day.address)
    await writer.begin()
    await writer.post('/questions/q1', { q1: 'no', 'q1-reasons': 'A reason.' })
    await use(day, writer.cookies.get('visit') ?? '')
  })

test('the bar under a box follows what is typed, and says when it runs on', () =>
  withAnswers(async ({ visitor, address }, value) => {
    const page = await visitor()
    await page.context().addCookies([{ name: 'visit', value, url: address }])
    await page.goto('/questions/q4', { waitUntil: 'networkidle' })
    const filled = () =>
      page.locator('.fit-filled').evaluate((bar) => Number.parseFloat(bar.getAttribute('width') ?? ''))
    expect(await filled()).toBe(0)
    await page.getByRole('textbox').fill('A line that fills a part of the box. '.repeat(20))
    expect(await filled()).toBeGreaterThan(10)
    expect(await page.locator('.fit-words').innerText()).toBe('Fits on the form')
    await page.getByRole('textbox').fill('A line that fills a part of the box. '.repeat(200))
    expect(await filled()).toBe(100)
    expect(await page.locator('.fit-words').innerText()).toBe('Runs on to an extra page: that is fine')
  }))

test('whoever leaves with words that are not saved is asked first, and whoever presses Continue is not', () =>
  withAnswers(async ({ visitor, address }, value) => {
    const page = await visitor()
    await page.context().addCookies([{ name: 'visit', value, url: address }])
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      return dialog.accept()
    })
    await page.goto('/questions/q4')
    await page.getByRole('textbox').pressSequentially('Not saved yet')
    await page.goto('/tasks')
    expect(asked).toEqual(['beforeunload'])
    await page.goto('/questions/q4')
    await page.getByRole('textbox').pressSequentially('Saved')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL('**/questions/q5')
    expect(asked).toEqual(['beforeunload'])
  }))

test('Print opens the print dialogue on the PDF itself', () =>
  withAnswers(async ({ visitor, address }, value) => {
    const page = await visitor()
    await page.context().addCookies([{ name: 'visit', value, url: address }])
    // The dialogue itself cannot be opened without a window; that it is asked for, and of what, can be seen.
    await page.addInitScript(() => {
      window.print = () => console.log(`printed ${location.pathname}`)
    })
    await page.goto('/send')
    const printed = page.waitForEvent('console', { predicate: (line) => line.text().startsWith('printed') })
    await page.getByRole('button', { name: 'Print the form' }).click()
    expect((await printed).text()).toMatch(/^printed \/take\/mopac-2017-response-[0-9A-Z]{8}\.pdf$/)
  }))
