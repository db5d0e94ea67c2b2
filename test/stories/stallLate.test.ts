import { momentIn } from '../../src/consultation/moments.ts'
import { inGroups } from '../../src/responses/alphabet.ts'
import { withSink } from '../peers/hostileSink.ts'
import { keptBy } from '../stall/kept.ts'
import { goThrough, makeStall, pair, press } from '../stall/people.ts'
import { lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { withTablet } from '../stall/withTablet.ts'
import { deliveringTo } from '../web/withPost.ts'

const at = (time: string) => momentIn(`2017-10-06T${time}`, 'Europe/London')

test('finished at 17:29 without signal and brought at 17:41: kept, late, with its three times, and not sent', () =>
  withSink((sink) =>
    withTablet(
      async (stall) => {
        stall.house.outbox?.start()
        stall.setClock(at('17:28:30'))
        const { cards } = await makeStall(stall, 1, '2017-10-06')
        const { page } = await stall.tablet()
        await pair(page, stall, cards[0]!)
        stall.road.cut()
        await goThrough(page, { 'q4-reasons': 'In time, I thought.' }, { quick: true })
        await page.getByText('from here').first().click()
        await page.getByRole('checkbox', { name: /./ }).last().check()
        await press(page, 'Send it')
        await page.getByText(WAITS(1)).waitFor()

        stall.setClock(at('17:41'))
        stall.road.open()
        expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
        const [kept] = await keptBy(stall)
        expect(kept?.answers['q4-reasons']).toBe('In time, I thought.')
        const [sent] = await stall.house.site.sending.sent(kept!.id)
        const { onDeviceAt, firstByteAt, committedAt } = sent!.submission
        expect([kept!.begunAt < at('17:30'), firstByteAt >= at('17:41'), committedAt >= firstByteAt]).toEqual([
          true,
          true,
          true,
        ])
        // The tablet's own clock stands where it stands: what it said is in the books, and decides nothing.
        expect(Math.abs(onDeviceAt! - Date.now())).toBeLessThan(600_000)
        expect(sent!.response).toBeNull()
        expect(sink.received).toEqual([])
        expect(await page.innerText('main')).toContain('Closed.')
        const reference = inGroups(kept!.reference!)
        await page
          .getByText(`Reached us after the closing, and kept as late: ${reference}. Tell the organiser.`)
          .waitFor()
      },
      deliveringTo(sink, 'mx'),
    ),
  ))
