import type { Page } from 'playwright-core'
import type { Config } from '../../src/config.ts'
import { momentIn } from '../../src/consultation/moments.ts'
import { type Sink, withSink } from '../peers/hostileSink.ts'
import { Visitor } from '../web/visitor.ts'
import { expectFitForAll } from './seen.ts'
import { type Day, PHONE, withDay } from './withBrowser.ts'

const BODY = 'consultation@mopac.london.gov.uk'
const LAST_HOUR = momentIn('2017-10-06T16:45', 'Europe/London')

const config = (smtpUrl: string): Partial<Config> => ({
  mail: { by: { smtpUrl }, from: 'respond@campaign.example', bounceAddress: null, dkim: null, perSecond: 100 },
  organisers: ['ann@campaign.example'],
})

const words = (sink: Sink) =>
  sink.received
    .map(({ bytes }) => String(bytes))
    .join('\n')
    .replace(/=\r?\n/g, '')

/** Goes round with the outbox until what is looked for has come. */
const until = async <Found>({ house }: Day, looked: () => Found | null | undefined): Promise<Found> => {
  for (;;) {
    await house.outbox!.pass()
    const found = looked()
    if (found) return found
  }
}

const inMail = (day: Day, sink: Sink, looked: RegExp): Promise<string> =>
  until(day, () => looked.exec(words(sink))?.[1])

const signIn = async (day: Day, sink: Sink): Promise<Page> => {
  const page = await day.visitor(PHONE)
  await page.goto('/organiser')
  await page.getByLabel('Your email address').fill('ann@campaign.example')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  await page.goto(await inMail(day, sink, /(\/organiser\/link\/[\w-]{22})/))
  await expectFitForAll(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Nothing needs a hand.').waitFor()
  await expectFitForAll(page)
  return page
}

/** A resident who proves their address while mail still flows; what they do to send is done by `press`. */
const resident = async (day: Day, sink: Sink) => {
  const visitor = new Visitor(day.address)
  await visitor.begin()
  await visitor.post('/questions/q1', { q1: 'no', 'q1-reasons': 'CanaryAnswer' })
  await visitor.get('/send')
  await visitor.post('/send/code', { email: 'canary@home.example' })
  const code = await inMail(day, sink, /(\d{6}) is your code/)
  const { text } = await visitor.get('/send')
  const hidden = Object.fromEntries(
    [...text.matchAll(/name="(press|seen|device)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )
  const boxes = Object.fromEntries(
    [...text.matchAll(/type="checkbox"[^>]* name="([^"]+)" value="([^"]+)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
  return { press: () => visitor.post('/send', { ...hidden, ...boxes, code }) }
}

test('an organiser in the last hour sees what was refused, has it tried again, and reads nobody’s answers', () =>
  withSink((sink) =>
    withDay(
      async (day) => {
        day.setClock(LAST_HOUR)
        const page = await signIn(day, sink)
        expect(await page.locator('.ledger-clock strong').textContent()).toBe('45 minutes')
        const { press } = await resident(day, sink)
        await sink.mode('5xx-at-rcpt')
        expect((await press()).location).toBe('/sent')
        await day.house.outbox!.pass()

        await page.reload()
        await page.getByRole('heading', { name: '1 refused' }).waitFor()
        expect(await page.locator('.ledger-words').textContent()).toContain('550 5.1.1 No such mailbox')
        expect(await page.content()).not.toMatch(/Canary|canary@home/)
        await expectFitForAll(page)

        await sink.mode('accept')
        await page.getByRole('button', { name: 'Try again' }).click()
        await page.getByText('Back in line: 1.').waitFor()
        await until(day, () => sink.received.some(({ envelope }) => envelope.to[0] === BODY))
        await page.getByRole('link', { name: 'Look again' }).click()
        await page.getByText('Nothing needs a hand.').waitFor()
        expect(await page.getByText('handed to our mail carrier').count()).toBeGreaterThan(0)
        await page.getByRole('button', { name: 'Sign out' }).click()
        await page.getByRole('button', { name: 'Send me a link' }).waitFor()
      },
      { config: config(sink.url) },
    ),
  ))
