import { makeWords } from '../stall/canaries.ts'
import { tracesOnDisk } from '../stall/traces.ts'
import { firstPerson, lookAround } from '../stall/twoPeople.ts'
import { withTablet } from '../stall/withTablet.ts'

test('the next person finds nothing of the last one: not by Back, not in what is kept, not on the disk', () =>
  withTablet(async (stall) => {
    const words = makeWords(3)
    const { page, quit } = await stall.tablet()
    await firstPerson(stall, page, { 'q4-reasons': words[0]!, name: words[1]!, postcode: words[2]! }, { quick: true })
    expect(await lookAround(page, words, 4)).toEqual([])
    await quit()
    expect(tracesOnDisk(words, stall.profile())).toEqual([])
  }))
