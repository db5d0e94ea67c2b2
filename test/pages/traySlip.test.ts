import { momentIn } from '../../src/consultation/moments.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import type { Site } from '../../src/pages/site.ts'
import { slipOf } from '../../src/pages/traySlip.ts'
import { packs } from '../cli/command.ts'

const consultation = await readPack(packs.mopac)
const slipAt = (local: string, more: Partial<Site['consultation']> = {}, link: string | null = null) => {
  const site = { consultation: { ...consultation, ...more }, publicUrl: 'https://respond.example.org' } as Site
  return slipOf(site, { reference: 'K7MQ2FTD', link }, momentIn(local, consultation.timeZone))
}

test.each([
  ['2017-09-25T10:00', 'Post it on Wednesday 4 October 2017 at the latest.'],
  ['2017-10-04T23:59', 'Post it on Wednesday 4 October 2017 at the latest.'],
  ['2017-10-05T00:00', 'Post may not arrive in time any more.'],
  ['2017-10-06T17:29', 'It closes at 5:30pm, UK time, on Friday 6 October 2017.'],
  ['2017-10-06T17:30', 'It closed at 5:30pm, UK time, on Friday 6 October 2017: what is posted now comes late.'],
])('a slip printed at %s says: %s', (local, words) => {
  const { where } = slipAt(local)
  expect(where.find(({ head }) => head === 'By when')?.lines).toContain(words)
})

test('it says where the form goes, and where it may be handed in only where a source says so', () => {
  const { title, reference, where } = slipAt('2017-09-25T10:00')
  expect([title, reference]).toEqual([consultation.title, 'K7MQ-2FTD'])
  expect(where.map(({ head }) => head)).toEqual(['Post the form to', 'By when'])
  expect(where[0]?.lines).toEqual(consultation.post.lines)
  const handIn = { lines: ['City Hall, the front desk'], source: 'its page' }
  expect(slipAt('2017-09-25T10:00', { handIn }).where[1]).toEqual({ head: 'Or hand it in', lines: handIn.lines })
})

test('only who wants their link on paper has a code on the slip', () => {
  expect(slipAt('2017-09-25T10:00').link).toBeNull()
  const code = slipAt('2017-09-25T10:00', {}, 'AAAAAAAAAAAAAAAAAAAAAA').link
  expect(code?.every((row) => row.length === code.length)).toBe(true)
  expect(code?.[0]?.slice(0, 7)).toEqual(Array(7).fill(true))
})
