import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { PageViews } from '../../src/pages/views.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { fullViews } from '../views/fullViews.ts'
import { layout } from '../views/samples.ts'
import { withDay } from './withBrowser.ts'

type Item = { value: string; text: string; checked?: boolean }
type Options = {
  fieldset?: { legend: { text: string } }
  label?: { text: string }
  hint?: { text: string }
  errorMessage?: { text: string }
  items?: Item[]
}

const resolve = createRequire(import.meta.url).resolve
const fixture = (component: string, name: string): { html: string; options: Options } => {
  const file = resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return JSON.parse(readFileSync(file, 'utf8')).fixtures.find((one: { name: string }) => one.name === name)
}

const views = compileViews(readTemplates(join(import.meta.dirname, '../../templates')))

const CONTROLS = ['group', 'radio', 'textbox']

/** What a screen reader is told of each control: its role, name, description and state. */
const toldOf = async (page: Page, html: string) => {
  await page.setContent(html)
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const said = (value?: { value?: unknown }) =>
    String(value?.value ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  return nodes
    .filter(({ ignored, role }) => !ignored && CONTROLS.includes(said(role)))
    .map(({ role, name, description, properties }) => ({
      role: said(role),
      name: said(name),
      description: said(description),
      checked: said(properties?.find((one) => one.name === 'checked')?.value),
    }))
}

const pageWith = (kind: 'one-of' | 'text' | 'line', options: Options): string => {
  const items = options.items ?? []
  const choices = items.map(({ value, text, checked }) => ({ id: value, label: text, chosen: checked ?? false }))
  const question = {
    kind,
    id: 'asked',
    text: (options.fieldset?.legend ?? options.label)?.text ?? '',
    wording: 'ours' as const,
    ...(options.hint ? { hint: options.hint.text } : {}),
    options: choices.map(({ id, label }) => ({ id, label })),
    optionsWording: 'ours' as const,
    asks: null,
    value: '',
    choices,
    problem: options.errorMessage?.text ?? null,
    fit: null,
  }
  const view = {
    ...fullViews.question,
    prompts: [],
    facts: [],
    premise: null,
    questions: [question],
  } as PageViews['question']
  return views.page('question', view, layout)
}

const PAIRS = [
  ['one-of', 'radios', 'default'],
  ['one-of', 'radios', 'with hint'],
  ['one-of', 'radios', 'with fieldset and error message'],
  ['one-of', 'radios', 'with hint and error message'],
  ['text', 'textarea', 'default'],
  ['text', 'textarea', 'with hint and error message'],
  ['line', 'input', 'with hint text'],
  ['line', 'input', 'with error message'],
] as const

test('a choice, a text and a line each tell a screen reader what govuk-frontend’s component tells it, in our words', () =>
  withDay(async ({ visitor }) => {
    const page = await visitor({ javaScriptEnabled: false })
    for (const [kind, component, name] of PAIRS) {
      const { html, options } = fixture(component, name)
      const theirs = await toldOf(page, html.replace('>Error:<', '>To put right:<'))
      expect(theirs.length).toBeGreaterThan(0)
      expect([kind, name, await toldOf(page, pageWith(kind, options))]).toEqual([kind, name, theirs])
    }
  }))
