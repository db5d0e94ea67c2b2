import Handlebars from 'handlebars'
import { knownHelpers } from './helpers.ts'
import { inspectTemplate } from './inspectTemplate.ts'
import { neededTemplates } from './names.ts'
import { WrongTemplates } from './WrongTemplates.ts'

type Program = ReturnType<typeof Handlebars.parse>
type Files = Record<string, string>

/** Templates for Handlebars' runtime, each a JavaScript expression, by its name. */
export type Compiled = Record<string, string>

const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(knownHelpers.map((name) => [name, true])),
  /** An indented part would indent what a resident typed into a text box. */
  preventIndent: true,
}

/** What decides, besides the templates, what comes of compiling them. */
export const compiler = JSON.stringify([Handlebars.VERSION, options])

/** In a mail's subject and text part nothing is markup, so that nothing is escaped. */
const isPlain = (path: string) => /\.(subject|text)(\.hbs)?$/.test(path)

/** A template that writes whole HTML stands in a layout; a part does not. */
const needsLayout = (path: string) => /^pages\/|^letters\/[^/]+\.html\.hbs$/.test(path)

/** The name of a template by its path. */
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

/** Compiles at once: Handlebars itself would wait for the first rendering. What cannot be compiled is a problem. */
const compile = (path: string, program: Program): { text: string } | { problem: string } => {
  try {
    return { text: String(Handlebars.precompile(program, { ...options, noEscape: isPlain(path) })) }
  } catch (error) {
    return { problem: `${path}, it cannot be compiled: ${firstLine(error)}` }
  }
}

/** Every template found sound and compiled strictly. Throws WrongTemplates with every problem at once. */
export const compileTemplates = (files: Files): Compiled => {
  const { programs, problems } = parseAll(files)
  const names = new Set(Object.keys(files).map(nameOf))
  const missing = neededTemplates.filter((name) => !names.has(name)).map((name) => `${name}.hbs, it is missing.`)
  const compiled: Compiled = {}
  for (const [path, program] of programs) {
    const found = inspect(path, program, names)
    const made = found.length > 0 ? null : compile(path, program)
    if (made && 'text' in made) compiled[nameOf(path)] = made.text
    else problems.push(...(made ? [made.problem] : found))
  }
  const all = [...missing, ...problems]
  if (all.length > 0) throw new WrongTemplates(all)
  return compiled
}
