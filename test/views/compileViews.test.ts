import { compileViews } from '../../src/views/compileViews.ts'
import { neededTemplates } from '../../src/views/names.ts'
import { WrongTemplates } from '../../src/views/WrongTemplates.ts'
import { layout } from './samples.ts'

const isWhole = (name: string) => /^pages|\.html$/.test(name)
const inLayout = (text: string) => `{{#> layouts/page}}${text}{{/layouts/page}}`

/** The smallest set of templates that is sound. */
const sound = Object.fromEntries([
  ['layouts/page.hbs', '<main>{{> @partial-block}}</main>'],
  ...neededTemplates.map((name) => [`${name}.hbs`, isWhole(name) ? inLayout(name) : name]),
])

const problemsOf = (files: Record<string, string>) => {
  try {
    compileViews(files)
    return []
  } catch (error) {
    if (error instanceof WrongTemplates) return error.message.split('\n')
    throw error
  }
}

const pageOf = (text: string, view: object = { number: '7', typed: [] }) =>
  compileViews({ ...sound, 'pages/fault.hbs': inLayout(text) }).page(
    'fault',
    view as { number: string; typed: [] },
    layout,
  )

describe('compiling templates', () => {
  test('a sound set says nothing and renders', () => {
    expect(problemsOf(sound)).toEqual([])
    expect(pageOf('{{number}}')).toBe('<main>7</main>')
  })

  test('every wrong template is listed at once, numbered, with its file and line', () => {
    const { 'questions/line.hbs': _, ...files } = sound
    const problems = problemsOf({
      ...files,
      'pages/start.hbs': inLayout('\n{{> parts/nowhere}}'),
      'pages/tasks.hbs': inLayout('{{shout title}}{{#loop tasks}}{{/loop}}{{#if (hush title)}}{{/if}}'),
      'pages/check.hbs': '<p>no layout</p>',
      'pages/cover.hbs': '{{#if open}}never closed',
      'pages/save.hbs': inLayout('{{{code}}}'),
    })
    expect(problems.map((line) => line.replace(/; there are .*|: Parse .*/, ''))).toEqual([
      '1. questions/line.hbs, it is missing.',
      '2. pages/cover.hbs, it cannot be read',
      '3. pages/start.hbs, line 2: it calls "parts/nowhere", but there is no parts/nowhere.hbs.',
      '4. pages/tasks.hbs, line 1: there is no helper "shout"',
      '5. pages/tasks.hbs, line 1: there is no helper "loop"',
      '6. pages/tasks.hbs, line 1: there is no helper "hush"',
      '7. pages/check.hbs, it stands in no layout.',
      '8. pages/save.hbs, line 1: it writes "code" without escaping it.',
    ])
  })

  test('a letter’s HTML stands in a layout, and calls no part that escapes nothing', () => {
    expect(
      problemsOf({
        ...sound,
        'letters/code.html.hbs': '{{> letters/code.text}}',
        'letters/copy.html.hbs': inLayout('{{> letters/code.subject}}'),
      }),
    ).toEqual([
      '1. letters/copy.html.hbs, it calls "letters/code.subject", which escapes nothing.',
      '2. letters/code.html.hbs, it stands in no layout.',
      '3. letters/code.html.hbs, it calls "letters/code.text", which escapes nothing.',
    ])
  })

  test('a layout that is not there is named', () => {
    const { 'layouts/page.hbs': _, ...files } = sound
    expect(problemsOf(files)).toContain(
      '1. pages/start.hbs, line 1: it calls "layouts/page", but there is no layouts/page.hbs.',
    )
  })

  test.each(['{{numbr}}', '{{#if numbr}}{{/if}}', '{{#each layout.numbrs}}{{/each}}', '{{join "a" numbr}}'])(
    'a value that the view lacks stops %s',
    (text) => {
      expect(() => pageOf(text)).toThrow(/"numbrs?" not defined/)
    },
  )

  test('what may be missing is looked up', () => {
    expect(pageOf("{{#if (lookup this 'note')}}{{note}}{{else}}none{{/if}}")).toBe('<main>none</main>')
  })

  test('an indented part leaves typed lines as they are', () => {
    const files = { ...sound, 'parts/box.hbs': '<textarea>{{number}}</textarea>' }
    files['pages/fault.hbs'] = inLayout('\n    {{> parts/box}}\n')
    expect(compileViews(files).page('fault', { number: 'a\n  b\nc', typed: [] }, layout)).toContain(
      '<textarea>a\n  b\nc</textarea>',
    )
  })

  test('the address of an asset is the caller’s to say', () => {
    const views = compileViews(
      { ...sound, 'pages/fault.hbs': inLayout("{{asset 'site.css'}}") },
      (path) => `/x/${path}`,
    )
    expect(views.page('fault', { number: '1', typed: [] }, layout)).toBe('<main>/x/site.css</main>')
  })
})
