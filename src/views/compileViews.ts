import Handlebars from 'handlebars'
import type { RenderLetter } from '../delivery/letterViews.ts'
import type { LayoutView } from '../pages/viewParts.ts'
import type { PageViews } from '../pages/views.ts'
import { type AssetAddress, helpers, knownHelpers } from './helpers.ts'
import { inspectTemplate } from './inspectTemplate.ts'
import { neededTemplates } from './names.ts'
import { WrongTemplates } from './WrongTemplates.ts'

/** Pages and letters as text, from the views that controllers answer. */
export type Views = {
  /** One whole HTML page. Throws when the view lacks a value that the template names. */
  page<Name extends keyof PageViews>(name: Name, view: PageViews[Name], layout: LayoutView): string
  /** One letter: its subject in one line, its text and its HTML. Throws in the same way. */
  letter: RenderLetter
}

type Program = ReturnType<typeof Handlebars.parse>
type Files = Record<string, string>

const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(knownHelpers.map((name) => [name, true])),
  /** An indented part would indent what a resident typed into a text box. */
  preventIndent: true,
}

/** In a mail's subject and text part nothing is markup, so that nothing is escaped. */
const isPlain = (path: string) => /\.(subject|text)(\.hbs)?$/.test(path)

const optionsFor = (path: string) => ({ ...options, noEscape: isPlain(path) })

/** A template that writes whole HTML stands in a layout; a part does not. */
const needsLayout = (path: string) => /^pages\/|^letters\/[^/]+\.html\.hbs$/.test(path)

const nameOf = (path: string) => path.replace(/\.hbs$/, '')

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ')

const inspect = (path: string, program: Program, names: ReadonlySet<string>) => {
  const { problems, layout, calls } = inspectTemplate(program, names)
  const bare = needsLayout(path) && !layout ? ['it stands in no layout.'] : []
  const raw = isPlain(path) ? [] : calls.filter(isPlain).map((part) => `it calls "${part}", which escapes nothing.`)
  return [...problems, ...bare, ...raw].map((problem) => `${path}, ${problem}`)
}

/** Reads every file into a program; what cannot be read is a problem instead. */
const parseAll = (files: Files) => {
  const programs = new Map<string, Program>()
  const problems: string[] = []
  for (const [path, text] of Object.entries(files)) {
    try {
      programs.set(path, Handlebars.parse(text))
    } catch (error) {
      problems.push(`${path}, it cannot be read: ${firstLine(error)}`)
    }
  }
  return { programs, problems }
}

/** Compiles at once: Handlebars itself would wait for the first rendering. */
const compileNow = (path: string, program: Program) => {
  try {
    Handlebars.precompile(program, optionsFor(path))
    return []
  } catch (error) {
    return [`${path}, it cannot be compiled: ${firstLine(error)}`]
  }
}

const inspectAll = (files: Files) => {
  const { programs, problems } = parseAll(files)
  const names = new Set(Object.keys(files).map(nameOf))
  const missing = neededTemplates.filter((name) => !names.has(name)).map((name) => `${name}.hbs, it is missing.`)
  for (const [path, program] of programs) {
    const found = inspect(path, program, names)
    problems.push(...(found.length > 0 ? found : compileNow(path, program)))
  }
  return { programs, problems: [...missing, ...problems] }
}

/**
 * Compiles templates once, each named by its path under the templates folder such as "pages/start.hbs".
 * `asset` gives the address of a file of `assets/web/`. Throws WrongTemplates with every problem at once.
 */
export const compileViews = (files: Files, asset: AssetAddress = (path) => `/assets/${path}`): Views => {
  const { programs, problems } = inspectAll(files)
  if (problems.length > 0) throw new WrongTemplates(problems)
  const engine = Handlebars.create()
  engine.registerHelper(helpers(asset))
  for (const [path, program] of programs)
    engine.registerPartial(nameOf(path), engine.compile(program, optionsFor(path)))
  const letterPart = (kind: string, part: string, view: object): string =>
    engine.partials[`letters/${kind}.${part}`](view)
  return {
    page: (name, view, layout) => engine.partials[`pages/${name}`]({ ...view, layout }),
    letter: (kind, view) => ({
      subject: letterPart(kind, 'subject', view).replace(/\s+/g, ' ').trim(),
      text: `${letterPart(kind, 'text', view).trim()}\n`,
      html: letterPart(kind, 'html', view),
    }),
  }
}
