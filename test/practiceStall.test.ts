import { practiceCard } from '../src/practiceStall.ts'
import { Tablet } from './web/atStall.ts'
import { MORNING, withHouse } from './web/withHouse.ts'

const DAY = 86_400_000

test('a card to practise with is made once, pairs, and is another when it was used or its stall is over', () =>
  withHouse(async ({ house, address, setClock }) => {
    const first = await practiceCard(house, MORNING)
    expect(await practiceCard(house, MORNING)).toBe(first)
    const tablet = new Tablet(address)
    expect((await tablet.pair(first.split('/').at(-1)!)).location).toBe('/stall/ready')
    const second = await practiceCard(house, MORNING)
    expect(second).not.toBe(first)
    expect(await house.site.stalls.all()).toHaveLength(1)
    setClock(MORNING + 2 * DAY)
    expect(await practiceCard(house, MORNING + 2 * DAY)).not.toBe(second)
    expect(await house.site.stalls.all()).toHaveLength(2)
  }))
