import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { withSink } from '../peers/hostileSink.ts'
import { expectFitForAll } from '../stories/seen.ts'
import { withDay } from '../stories/withBrowser.ts'
import { Visitor } from '../web/visitor.ts'
import { deliveringTo, postIn, sendOnce } from '../web/withPost.ts'

const sample: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../assets/consultations/mopac-2017/sample-answers.json'), 'utf8'),
)

const PATHS = [
  '/',
  '/begin',
  '/tasks',
  '/questions/q4',
  '/questions/about-you',
  '/check',
  '/send',
  '/send?address=other',
  '/send/cover',
  '/sent',
  '/save',
  '/come-back',
]
const MORE = [
  '/check/pages/5',
  '/delete',
  '/deleted',
  '/privacy',
  '/who-we-are',
  '/accessibility',
  '/nowhere',
  '/r/AAAAAAAAAAAAAAAAAAAAAA',
]

const unkind = (id: string): string =>
  id.endsWith('-reasons') ? `${sample['q4-reasons']}\n${'W'.repeat(200)}` : (sample[id] ?? '')

/** Tests every page of the site, with the longest content, on screens of these kinds. */
export const walkPages = (screens: [string, BrowserContextOptions][]): void => {
  test.each(screens)('every page, with the longest content, on %s', (_name, options) =>
    withSink((sink) =>
      withDay(
        async (day) => {
          const { visitor, address, house } = day
          const page = await visitor(options)
          await page.goto('/begin')
          await expectFitForAll(page)

          const writer = new Visitor(address)
          await writer.begin()
          for (const { id, questions } of house.site.consultation.questionnaire.pages) {
            await writer.post(`/questions/${id}`, Object.fromEntries(questions.map((one) => [one.id, unkind(one.id)])))
          }
          house.outbox?.start()
          await sendOnce(writer, postIn(sink))
          await writer.post('/questions/q4', { 'q4-reasons': unkind('q4-reasons').slice(0, -1) })
          await writer.post('/send/own', { way: 'own-mailbox' })
          const value = writer.cookies.get('visit') ?? ''
          await page.context().addCookies([{ name: 'visit', value, url: address }])
          for (const path of [...PATHS, ...MORE]) {
            await page.goto(path)
            await expectFitForAll(page)
          }
        },
        deliveringTo(sink, 'relay'),
      ),
    ),
  )
}
