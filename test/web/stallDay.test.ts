import { withTray } from '../stall/withTray.ts'
import { MORNING } from './withHouse.ts'

const HOUR = 60 * 60_000

test('the day’s page counts the people of the day, says what was counted on others, and shows no answer', () =>
  withTray(async ({ house: { site }, tablet, atStall }) => {
    expect((await tablet.get('/stall/day')).text).toContain('Nobody has begun here today yet.')
    await atStall.bring()
    const shift = (await site.stalls.shiftOf(atStall.key, MORNING))!
    const tally = [
      { from: MORNING - 20 * HOUR, started: 2, finished: 1 },
      { from: MORNING, started: 25, finished: 23 },
    ]
    await site.stalls.heard(shift, { unsent: 0, aheadMs: 0, tally }, MORNING)
    const { text } = await tablet.get('/stall/day')
    expect(text).toContain('23 people said what they think today.')
    expect(text).toContain('On other days: 2 began, 1 finished, 0 printed, 0 given to us to send.')
    expect(text).toContain('<th scope="row">10am</th><td>25</td><td>23</td>')
    expect(text).not.toContain('of somebody')
  }))

test('a day that is over is not called today', () =>
  withTray(async ({ tablet, setClock }) => {
    setClock(MORNING + 30 * HOUR)
    expect((await tablet.get('/stall/day')).text).toContain('Nobody has begun here on Monday 25 September 2017.')
  }))
