import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { withFolder } from '../storage/folder.ts'
import { Tablet } from '../web/atStall.ts'
import { MORNING } from '../web/withHouse.ts'
import { codeIn, printed } from './codesOnPaper.ts'
import { expectFitForAll } from './seen.ts'
import { type Day, withDay } from './withBrowser.ts'

const ORGANISER = 'organiser@campaign.example'

const configIn = (folder: string) => ({
  mail: { by: { folder }, from: 'respond@campaign.example', bounceAddress: null, dkim: null, perSecond: 100 },
  organisers: [ORGANISER],
  rehearsal: true,
})

/** An organiser's browser, signed in by the link that was queued for them. */
const signIn = async (day: Day): Promise<Page> => {
  const page = await day.visitor({ viewport: { width: 1280, height: 900 } })
  await page.goto('/organiser')
  await page.getByLabel('Your email address').fill(ORGANISER)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  const link = await linkFor(day)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}

const linkFor = async ({ house }: Day): Promise<string> => {
  for (;;) {
    const [letter] = (await house.site.rehearsalPost?.newest(MORNING)) ?? []
    if (letter?.link) return letter.link.replace(/^https?:\/\/[^/]+/, '')
  }
}

const makeStall = async (page: Page) => {
  await page.getByRole('link', { name: 'Stalls, posters and volunteer cards' }).click()
  await page.getByRole('heading', { name: 'Make a stall' }).waitFor()
  await expectFitForAll(page)
  await page.getByLabel('Cards, one for each tablet').fill('31')
  await page.getByRole('button', { name: 'Make the stall' }).click()
  await page.getByText('Give the stall a name').first().waitFor()
  await expectFitForAll(page)
  await page.getByLabel('Name of the stall').fill('Heathway, outside the library')
  await page.getByLabel('Where it stands').fill('Heathway Shopping Centre, Dagenham')
  await page.getByLabel('Cards, one for each tablet').fill('9')
  await page.getByRole('button', { name: 'Make the stall' }).click()
  await page.getByRole('heading', { name: 'Heathway, outside the library' }).waitFor()
  await expectFitForAll(page)
}

const expectFitsEverywhere = async (page: Page, stall: string) => {
  const paths = [
    stall,
    `${stall}/poster`,
    `${stall}/cards`,
    `${stall}/came-in`,
    '/organiser/stalls',
    '/stall/pair/any',
    '/stall',
    '/stall/ready',
  ]
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [768, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 700 })
    await page.emulateMedia({ colorScheme })
    for (const path of paths) {
      await page.goto(path)
      await expectFitForAll(page)
    }
  }
}

test('an organiser makes a stall, prints poster and cards, and each code on paper opens what it should', () =>
  withFolder((folder) =>
    withDay(
      async (day) => {
        const page = await signIn(day)
        await makeStall(page)

        await page.getByRole('link', { name: 'Print the poster' }).click()
        await page.getByText('Say it on your own phone.').waitFor()
        await expectFitForAll(page)
        const poster = await printed(page)
        expect(poster).toHaveLength(1)
        expect(codeIn(poster[0]!, [0, 0, 1, 1])).toBe(`${day.house.site.publicUrl}/`)

        await page.getByRole('link', { name: 'The stall' }).click()
        await page.getByRole('link', { name: 'Print the cards' }).click()
        await page.getByRole('heading', { name: 'Volunteer cards' }).waitFor()
        await expectFitForAll(page)
        const sheets = await printed(page)
        expect(sheets).toHaveLength(3)
        const quarters = [0, 0.25, 0.5, 0.75].map((top) => [0, top, 0.5, top + 0.25])
        const codes = sheets.flatMap((sheet) => quarters.flatMap((part) => codeIn(sheet, part) ?? []))
        expect(new Set(codes).size).toBe(9)

        const [first] = codes.map((code) => code.split('/stall/pair/')[1])
        const tablet = new Tablet(day.address)
        expect((await tablet.pair(first!)).location).toBe('/stall/ready')
        await tablet.heard({ unsent: 3, tally: [], aheadMs: 86_400_000 })

        await page.goBack()
        await page.reload()
        await page.getByText('3 finished responses wait on it.').waitFor()
        await page.getByText('Its clock is 24 hours ahead.').waitFor()
        await page.getByRole('link', { name: 'Revoke card 1', exact: true }).click()
        await page.getByText('3 finished responses waited on its tablet.').waitFor()
        await expectFitForAll(page)
        await page.getByRole('link', { name: 'Keep it' }).click()
        expect((await tablet.get('/stall/key')).status).toBe(200)
        await page.getByRole('link', { name: 'Revoke card 1', exact: true }).click()
        await page.getByRole('button', { name: 'Revoke card 1' }).click()
        await page.getByText('Revoked. That card and its tablet open nothing any more.').waitFor()
        expect((await tablet.get('/stall/key')).status).toBe(401)
        await page.getByRole('button', { name: 'Make one more card' }).click()
        await page.getByRole('heading', { name: 'Card 10' }).waitFor()
        await page.getByRole('button', { name: 'Close the stall' }).click()
        await page.getByText('This stall was closed').waitFor()
        await expectFitsEverywhere(page, new URL(page.url()).pathname)
      },
      { config: configIn(join(folder, 'post')) },
    ),
  ))
