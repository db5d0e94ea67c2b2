import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LayoutView } from '../../src/pages/viewParts.ts'
import type { PageViews } from '../../src/pages/views.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { pageNames } from '../../src/views/names.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { emptyViews } from './emptyViews.ts'
import { fullViews } from './fullViews.ts'
import { lateLayout, layout } from './samples.ts'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const views = compileViews(readTemplates(root('templates')))
const draw = (name: keyof PageViews, all: PageViews, around: LayoutView) => views.page(name, all[name] as never, around)

const hostile = `<script>alert(1)</script>"'{{token}}&lt;`

/** Every text in a view made hostile; the words that templates choose by stay as they are. */
const spoil = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') return /^(kind|state|side|wording)$/.test(key) ? value : hostile
  if (Array.isArray(value)) return value.map((item) => spoil(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, spoil(item, name)]))
}

describe.each(pageNames)('the page %s', (name) => {
  const drawn = [draw(name, fullViews, layout), draw(name, fullViews, lateLayout), draw(name, emptyViews, layout)]

  test('has one heading, one main part, and every footer link', () => {
    for (const html of drawn) {
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
      expect(html.match(/<main /g)).toHaveLength(1)
      for (const href of ['/privacy', '/who-we-are', '/accessibility']) expect(html).toContain(`<a href="${href}">`)
    }
  })

  test('has each id once, and every link and label within it leads somewhere', () => {
    for (const html of [drawn[0]!, drawn[2]!]) {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const named = [...html.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"| href="#([^"]+)"/g)]
      for (const id of named.flatMap(([, list, one]) => (list ?? one!).trim().split(/\s+/))) expect(ids).toContain(id)
    }
  })

  test('posts each form with the token', () => {
    for (const html of drawn) {
      const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
      for (const form of forms) expect(form).toMatch(/method="post"[\s\S]*name="token" value="token-of-this-page"/)
    }
  })

  test('has no script, style or handler of its own within the page', () => {
    for (const html of drawn) expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)/)
  })

  test('escapes every text', () => {
    const html = draw(name, spoil(fullViews) as PageViews, spoil(lateLayout) as LayoutView)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain(`"'{{`)
    expect(html).not.toContain('&lt;">')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

test('says first in the title that there is something to put right, and links it', () => {
  const html = draw('begin', fullViews, lateLayout)
  expect(html).toContain('<title>Put right: ')
  expect(html).toContain('<a href="#agree">Tick the box')
  expect(html).toContain('aria-describedby="agree-error"')
})

test('every asset that a template names is there', () => {
  const files = readdirSync(root('assets/web'), { recursive: true, encoding: 'utf8' })
  for (const text of Object.values(readTemplates(root('templates')))) {
    for (const [, asset] of text.matchAll(/asset '([^']+)'/g)) expect(files).toContain(asset)
  }
})
