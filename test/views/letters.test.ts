import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LetterViews } from '../../src/delivery/letterViews.ts'
import { sayAnswers } from '../../src/delivery/sayAnswers.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { letterKinds } from '../../src/views/names.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { emptyLetters, fullLetters } from './letterSamples.ts'
import { pages } from './samples.ts'

const folder = fileURLToPath(new URL('../../templates', import.meta.url))
const views = compileViews(readTemplates(folder))
const draw = (kind: keyof LetterViews, all: LetterViews) => views.letter(kind, all[kind] as never)

const hostile = '<b>&"\'</b>\r\nBcc: everybody@else.example'

const spoil = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') return key === 'way' ? value : hostile
  if (Array.isArray(value)) return value.map((item) => spoil(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, spoil(item, name)]))
}

test('the README names every letter, and every file belongs to one', () => {
  const table = [...readFileSync(`${folder}/letters/README.md`, 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)]
  expect(table.map(([, kind]) => kind).sort()).toEqual([...letterKinds].sort())
  const files = readdirSync(`${folder}/letters`).filter((file) => file.endsWith('.hbs'))
  expect(files.sort()).toEqual(
    letterKinds.flatMap((k) => ['html', 'subject', 'text'].map((p) => `${k}.${p}.hbs`)).sort(),
  )
})

describe.each(letterKinds)('the letter %s', (kind) => {
  test('has one line of subject, whatever stands in it', () => {
    for (const all of [fullLetters, emptyLetters, spoil(fullLetters) as LetterViews]) {
      expect(draw(kind, all).subject).toMatch(/^\S(.*\S)?$/)
    }
  })

  test('escapes in HTML and in nothing else', () => {
    const { text, html } = draw(kind, spoil(fullLetters) as LetterViews)
    expect(text).not.toMatch(/&(lt|amp|quot|#x)/)
    expect(text).toContain('<b>')
    expect(html).not.toContain('<b>&"')
    expect(html).toContain('&lt;b&gt;&amp;')
  })

  test('fetches nothing, runs nothing and watches nobody', () => {
    for (const all of [fullLetters, emptyLetters]) {
      expect(draw(kind, all).html).not.toMatch(/<(img|script|link|iframe|style|form)|url\(|\son[a-z]+=| src=/i)
    }
  })

  test('is one page with one heading, and its text has no gap of three lines', () => {
    for (const all of [fullLetters, emptyLetters]) {
      const { html, text } = draw(kind, all)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(text).not.toMatch(/\n{4}/)
      expect(text).not.toMatch(/undefined|null|\[object/)
    }
  })
})

const giveBack = ['response', 'copy', 'not-accepted', 'refused', 'bounced', 'late'] as const

test.each(giveBack)('%s carries every word of every answer in both of its parts', (kind) => {
  const typed = 'First line of “words” & more\n\n  indented <b>\nlast – ł'
  const sections = sayAnswers({ pages }, { 'q4-reasons': typed, q1: 'no', name: 'Zoë' })
  const { text, html } = views.letter(kind, { ...fullLetters[kind], sections } as never)
  for (const line of typed.split('\n')) expect(text).toContain(line)
  expect(html).toContain('First line of “words” &amp; more')
  expect(html).toContain('  indented &lt;b&gt;')
  for (const part of [text, html]) {
    for (const { questions } of pages)
      for (const question of questions) expect(part).toContain(question.text.slice(0, 40).split('’')[0])
    expect(part).toContain('Zoë')
  }
})

test.each(['not-accepted', 'refused', 'bounced', 'late'] as const)('%s says how to finish without us', (kind) => {
  const { email, post, handIn } = fullLetters[kind].ways
  const { text, html } = views.letter(kind, { ...fullLetters[kind], sent: false } as never)
  for (const words of [email.address, ...post.lines.slice(2, 4), ...handIn!.lines, fullLetters[kind].form!.file]) {
    expect(text).toContain(words)
    expect(html).toContain(words)
  }
})

test('the response says what it replaces, who helped, and its three times when it is late', () => {
  for (const part of Object.values(draw('response', fullLetters)).slice(1)) {
    expect(part).toMatch(/it replaces version 1/i)
    expect(part).toMatch(/which the person\s+gave to us at 09:02:11/)
    expect(part).toContain('card 12')
    for (const time of ['17:29:41', '17:29:58', '17:30:04']) expect(part).toContain(time)
    expect(part).toContain('Layout reconstructed')
    expect(part).toContain('may publish it')
  }
  const plain = draw('response', emptyLetters)
  for (const part of Object.values(plain)) expect(part).not.toMatch(/replaces|volunteer|late\b|attached/i)
})

test('a refusal says whether an earlier try may have arrived', () => {
  for (const part of Object.values(draw('refused', fullLetters)).slice(1))
    expect(part).toContain('An earlier try may have')
  for (const part of Object.values(draw('refused', emptyLetters))) expect(part).not.toContain('may have arrived')
})

test('no letter says that anything was delivered', () => {
  for (const kind of letterKinds) {
    for (const all of [fullLetters, emptyLetters]) {
      for (const part of Object.values(draw(kind, all)))
        expect(part.replace(/not delivered/gi, '')).not.toMatch(/delivered/i)
    }
  }
})

test('no letter says how long is left: nobody knows when it will be read', () => {
  for (const kind of letterKinds) {
    for (const part of Object.values(draw(kind, fullLetters))) expect(part).not.toMatch(/minutes left/i)
  }
})
