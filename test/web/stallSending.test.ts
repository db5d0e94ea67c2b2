import { fingerprintOf } from '../../src/delivery/fingerprint.ts'
import { finishedWith, vouched } from '../stall/brought.ts'
import { makeStall, Tablet } from './atStall.ts'
import { fieldIn, RESIDENT, withPost } from './withPost.ts'

const BODY = 'consultation@mopac.london.gov.uk'
const visit = 'V'.repeat(22)

type Test = Parameters<Parameters<typeof withPost>[0]>[0]

const paired = async (test: Test) => {
  const { cards, stall } = await makeStall(test)
  const tablet = new Tablet(test.address)
  await tablet.pair(cards[0]!)
  return { tablet, stall }
}

/** Sends what the tablet's browser has open, with a code that comes to the person's phone. */
const sendByCode = async (tablet: Tablet, test: Test) => {
  tablet.cookies.set('visit', visit)
  await tablet.get('/send')
  await tablet.post('/send/code', { email: RESIDENT })
  const code = await test.codeFor(RESIDENT)
  const page = (await tablet.get('/send')).text
  const fields = { press: fieldIn(page, 'press'), seen: fieldIn(page, 'seen'), agree: 'yes', code }
  return tablet.post('/send', fields)
}

test.each([true, false])('the letters say that a volunteer typed it where one did: %s', (assisted) =>
  withPost(async (test) => {
    const { tablet, stall } = await paired(test)
    await tablet.sync(finishedWith({ wants: 'open', visit, assisted }))
    expect((await sendByCode(tablet, test)).location).toBe('/sent')
    const [response] = await test.lettersTo(BODY)
    const copy = (await test.lettersTo(RESIDENT, 1)).at(-1)
    const said = 'a volunteer at a stall (Heathway, card 1) typed'
    for (const letter of [response, copy]) {
      expect(letter?.text?.includes(said)).toBe(assisted)
      expect(letter?.html?.includes(said)).toBe(assisted)
    }
    expect(response?.text).not.toContain('said yes')
    expect((await test.house.site.stalls.hours(stall.id)).map(({ sent }) => sent)).toEqual([1])
  }),
)

test.each([true, false])('a letter that was vouched for says who did, and who typed: a volunteer %s', (assisted) =>
  withPost(async (test) => {
    const { tablet } = await paired(test)
    await tablet.sync(finishedWith({ ...vouched, assisted }))
    const [response] = await test.lettersTo(BODY)
    const text = response?.text?.replace(/\s+/g, ' ')
    expect(text).toContain('a volunteer (Heathway, card 1) was with the person at a stall')
    expect(text).toContain('said yes at 01:00:02 on Thursday 1 January 1970')
    expect(text?.includes('typed what they said')).toBe(assisted)
    expect(text).toContain('I walk past it at night.')
  }),
)

test('a tablet takes along the print of today’s form, so that what is vouched for on it is sent', () =>
  withPost(async ({ address, house }) => {
    const script = (await new Tablet(address).get('/tablet.js')).text
    expect(script).toContain(await fingerprintOf(house.site.consultation))
  }))
