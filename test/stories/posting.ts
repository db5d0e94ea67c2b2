import type { Page } from 'playwright-core'
import { withSink } from '../peers/hostileSink.ts'
import { deliveringTo, type Post, postIn } from '../web/withPost.ts'
import { type Day, withDay } from './withBrowser.ts'

export const RESIDENT = 'resident@mail.example'
export const BODY = 'consultation@mopac.london.gov.uk'

export type PostDay = Day &
  Post & {
    /** Lets the outbox go round until nothing is due any more. */
    post(): Promise<void>
  }

/** A day with a mail server on loopback, as the body's own; letters move when the story says so. */
export const withPostDay = (story: (day: PostDay) => Promise<void>): Promise<void> =>
  withSink((sink) =>
    withDay(
      (day) => {
        const post = async () => {
          while ((await day.house.outbox!.pass()) > 0);
        }
        return story({ ...day, ...postIn(sink), post })
      },
      deliveringTo(sink, 'mx'),
    ),
  )

/** Agrees, answers one question and gives a name, and opens the page with the three ways. */
export const answerAndGo = async (page: Page): Promise<void> => {
  await page.goto('/begin')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await page.getByRole('textbox').fill('The counter is the only lit door on that road.')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.goto('/questions/about-you')
  await page.getByLabel('Your name').fill('Siobhán O’Brien')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('link', { name: 'Send it', exact: true }).click()
}

/** Asks for a code, types it, agrees and presses Send. */
export const proveAndSend = async (page: Page, { post, codeFor }: PostDay): Promise<void> => {
  await page.getByLabel('Your email address').fill(RESIDENT)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByText(new RegExp(`The code that (we sent|is on its way) to ${RESIDENT}`)).waitFor()
  await post()
  await page.getByLabel(/The code that /).fill(await codeFor(RESIDENT))
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}
