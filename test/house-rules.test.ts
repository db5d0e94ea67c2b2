import { dirname, join, normalize } from 'node:path'
import { question } from '../src/questionnaire/questionnaire.ts'
import { settings } from '../src/settings.ts'
import { exportsWithoutDocstring, keysOfType } from './house/exports.ts'
import { exists, files, textOf } from './house/files.ts'

const all = files()
const source = all.filter((file) => /^src\/.+\.(ts|mjs|js)$/.test(file))
const code = all.filter((file) => /^(src|test|templates|assets\/web)\/.+\.(ts|mjs|js|hbs|css)$/.test(file))

test('no file is over 150 lines, unless its first lines say why ("Long because …")', () => {
  const lines = (file: string) => textOf(file).split('\n')
  const long = code.filter((file) => lines(file).length > 151)
  expect(long.filter((file) => !lines(file).slice(0, 5).join().includes('Long because '))).toEqual([])
})

test('no folder is named after a mechanism', () => {
  const forbidden = /(^|\/)(utils?|helpers?|common|misc|managers?|services?|types)\//
  expect(all.filter((file) => forbidden.test(file))).toEqual([])
})

test('every kind of question has its template', () => {
  const kinds = question.options.map(({ shape }) => shape.kind.value)
  expect(kinds).toContain('one-of')
  expect(kinds.filter((kind) => !exists(`templates/questions/${kind}.hbs`))).toEqual([])
})

test('every page has its template, and every template is a page', () => {
  const pages = keysOfType('views.ts', textOf('src/pages/views.ts'), 'PageViews')
  const templates = all.filter((file) => /^templates\/pages\/[^/]+\.hbs$/.test(file))
  expect(pages).toContain('start')
  expect(templates.map((file) => file.slice('templates/pages/'.length, -'.hbs'.length)).sort()).toEqual(pages.sort())
})

test('every setting stands in .env.example with a sentence, and no other does', () => {
  const paragraphs = textOf('.env.example').split(/\n\n+/).slice(1)
  const explained = paragraphs.map((paragraph) => /^(?:# .+\n)+([A-Z_]+)=.*\n?$/.exec(paragraph)?.[1] ?? paragraph)
  expect(explained.sort()).toEqual(Object.keys(settings.shape).sort())
})

test('every default in .env.example is the default in the code', () => {
  const assigned = [...textOf('.env.example').matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name!, value!])
  const needed = { PUBLIC_URL: 'https://respond.example.org', HOLDER_NAME: 'n', HOLDER_CONTACT: 'c' }
  expect(settings.parse({ ...needed, ...Object.fromEntries(assigned) })).toEqual(settings.parse(needed))
})

test('every relative link in every Markdown file leads somewhere', () => {
  const links = all
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)|(?:src|href)="([^"]+)"/g)].map((match) => ({
        file,
        link: (match[1] ?? match[2])!.split('#')[0]!,
      })),
    )
    .filter(({ link }) => link && !/^[a-z]+:/i.test(link))
  expect(links.filter(({ file, link }) => !exists(normalize(join(dirname(file), decodeURI(link)))))).toEqual([])
})

test('every function, class and value that a source file exports has a docstring', () => {
  const bare = source.flatMap((file) => exportsWithoutDocstring(file, textOf(file)).map((name) => `${file}: ${name}`))
  expect(bare).toEqual([])
})

describe('one file alone', () => {
  const elsewhere = (pattern: RegExp, ...allowed: string[]) =>
    source.filter((file) => pattern.test(textOf(file)) && !allowed.includes(file))

  test('reads the environment: config.ts, and the launcher before anything is installed', () => {
    expect(elsewhere(/process\.env\b/, 'src/config.ts', 'src/launch.mjs')).toEqual([])
  })

  test("reads the machine's time: clock.ts", () => {
    expect(elsewhere(/Date\.now\(|new Date\(\)|Temporal\.Now\b/, 'src/clock.ts')).toEqual([])
  })
})

test('no switch is thrown against the tools that watch over the code', () => {
  const switches = new RegExp(
    ['@ts-' + 'ignore', '@ts-' + 'nocheck', 'biome-' + 'ignore', 'eslint-' + 'disable'].join('|'),
  )
  expect(code.filter((file) => switches.test(textOf(file)))).toEqual([])
})
