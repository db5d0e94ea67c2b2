import { fileURLToPath } from 'node:url'
import type { PageViews } from '../../src/pages/views.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { pageNames } from '../../src/views/names.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { emptyViews } from './emptyViews.ts'
import { fullViews } from './fullViews.ts'
import { lateLayout, layout } from './samples.ts'

const views = compileViews(readTemplates(fileURLToPath(new URL('../../templates', import.meta.url))))
const stall = { size: 'large' as const, person: true }

const PERSONS = ['tasks', 'question', 'check', 'handover', 'to-phone', 'on-phone', 'send', 'changed', 'sent'] as const
const VOLUNTEERS = ['pair-tablet', 'shift', 'hello', 'emptied', 'tray', 'tray-run', 'day'] as const
const ANYBODYS = ['no-response', 'not-found', 'refused', 'fault'] as const

describe.each<keyof PageViews>([...PERSONS, ...VOLUNTEERS, ...ANYBODYS])('the page %s on a tablet', (name) => {
  const drawn = [
    views.page(name, fullViews[name], { ...lateLayout, stall }),
    views.page(name, emptyViews[name], { ...layout, stall }),
  ]

  test('lets the browser remember nothing that was typed', () => {
    for (const html of drawn) {
      for (const form of html.match(/<form[^>]*>/g) ?? []) expect(form).toContain(' autocomplete="off"')
      for (const [, hint] of html.matchAll(/ autocomplete="([^"]*)"/g)) expect(hint).toBe('off')
    }
  })

  test('leads nobody into the rest of the site', () => {
    const elsewhere = /href="\/(privacy|who-we-are|accessibility|save|come-back|delete|begin)?"/
    for (const html of drawn) expect(html).not.toMatch(elsewhere)
  })

  test('says how large its words are, and brings the scripts that guard it', () => {
    for (const html of drawn) {
      expect(html).toContain('data-stall data-text="large"')
      expect(html).toContain('/assets/stall.js"')
    }
  })
})

test('on anything else no page knows of tablets', () => {
  for (const name of pageNames) {
    const html = views.page(name, fullViews[name], lateLayout)
    expect(html).not.toMatch(/data-stall|stall\.js|stall\.css|manifest/)
  }
})
