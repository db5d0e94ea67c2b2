import { gzipSync } from 'node:zlib'
import { fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { cleanText } from '../../src/pdf/setting/cleanText.js'
import { fitMeasures, fitOf } from '../../src/pdf/setting/fit.ts'
import { missingCharacters } from '../../src/pdf/setting/missingCharacters.ts'
import { liveFit } from '../../src/pdf/setting/setInBox.js'
import { boxes, drawForm, questionnaire } from './drawForm.ts'
import { fonts } from './fonts.ts'

const prepared = await prepareForm({ official: await drawForm(), boxes, questionnaire, fonts })

describe('fitOf', () => {
  test('grows with the text, and says "runs on" exactly when a continuation page is made', async () => {
    let before = -1
    for (let words = 0; words <= 400; words += 20) {
      const why = 'counter '.repeat(words)
      const fit = fitOf(prepared, 'why', why)
      const { pages } = fill(prepared, { why }, { reference: null, title: 'Title' })
      expect(fit?.runsOn).toBe(pages > 2)
      expect(fit?.share).toBeGreaterThan(before)
      before = fit?.share ?? 0
    }
    expect(before).toBeGreaterThan(1)
  })

  test('a blank fills nothing, and a choice has no box to fill', () => {
    expect(fitOf(prepared, 'why', '')).toEqual({ share: 0, runsOn: false })
    expect(fitOf(prepared, 'agree', 'yes')).toBeNull()
  })

  test('the browser measures as the server does, from less than 25 kB', () => {
    const sent = JSON.stringify(fitMeasures(prepared))
    expect(gzipSync(sent).length).toBeLessThan(25_000)
    const live = liveFit(JSON.parse(sent))
    for (const text of ['Łukasz', 'Дарья, Ελένη and Nguyễn – '.repeat(40), 'line\n'.repeat(13), 'x'.repeat(500)]) {
      for (const question of ['why', 'narrow', 'name']) {
        expect(live(question, cleanText(text).trim())).toEqual(fitOf(prepared, question, text))
      }
    }
    expect(live('agree', 'yes')).toBeNull()
    expect(Object.keys(fitMeasures(prepared).boxes)).toEqual(['name', 'postcode', 'why', 'narrow'])
  })
})

test('text is set as large as it fits, in half points down to the smallest size', async () => {
  const sizes = new Set<number>()
  for (let words = 1; words <= 160; words += 3) {
    const { placements } = fill(prepared, { why: 'counter '.repeat(words) }, { reference: null, title: 'Title' })
    const [box] = placements
    const size = box?.kind === 'written' ? box.lines[0]?.size : undefined
    expect(size).toBeLessThanOrEqual(Math.min(11, ...sizes))
    sizes.add(size ?? 0)
  }
  expect([...sizes]).toEqual([11, 10.5, 10, 9.5, 9].filter((size) => sizes.has(size)))
  expect(sizes.size).toBeGreaterThanOrEqual(3)
})

describe('missingCharacters', () => {
  const missing = (text: string) => missingCharacters(prepared, text)

  test('nothing is missing from Europe', () => {
    expect(
      missing('Łukasz Żółć, Ștefan, Nguyễn, O’Brien, Ελένη, Дарья, Ŵyn, Đorđe, Şule: £5, €5, “yes” – no…\n\tTab'),
    ).toEqual([])
  })

  test('names whole characters, each once, in their order', () => {
    expect(missing('b漢a漢字👩‍👧👍🏽 नि')).toEqual(['漢', '字', '👩‍👧', '👍🏽', 'नि'])
  })

  test('an unpaired surrogate is named, a control character is not', () => {
    expect(missing('a\ud800b\u0000c')).toEqual(['\ufffd'])
  })
})

describe('cleanText', () => {
  test('composes, and keeps every letter', () => {
    expect(cleanText('Zo\u0301lc\u0301')).toBe('Zólć')
  })

  test('one kind of line break, a tab as a space, no inkless characters', () => {
    expect(cleanText('a\r\nb\rc\u2028d\ve\tf\u00adg\ufeffh\u200bi')).toBe('a\nb\nc\nd\ne fghi')
  })
})
