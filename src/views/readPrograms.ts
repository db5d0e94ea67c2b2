import Handlebars from 'handlebars'
import { knownHelpers } from './helpers.ts'
import { inspectTemplate } from './inspectTemplate.ts'
import { neededTemplates } from './names.ts'
import { WrongTemplates } from './WrongTemplates.ts'

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

/** How a template is compiled, wherever that is done. */
export const optionsFor = (path: string) => ({ ...options, noEscape: isPlain(path) })

/** A template that writes whole HTML stands in a layout; a part does not. */
const needsLayout = (path: string) => /^pages\/|^letters\/[^/]+\.html\.hbs$/.test(path)

/** The name of a template by its path. */
export const nameOf = (path: string) => path.replace(/\.hbs$/, '')

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

/** Every template read, found sound and made strict, by its path. Throws WrongTemplates with every problem at once. */
export const readPrograms = (files: Files): Map<string, Program> => {
  const { programs, problems } = parseAll(files)
  const names = new Set(Object.keys(files).map(nameOf))
  const missing = neededTemplates.filter((name) => !names.has(name)).map((name) => `${name}.hbs, it is missing.`)
  for (const [path, program] of programs) {
    const found = inspect(path, program, names)
    problems.push(...(found.length > 0 ? found : compileNow(path, program)))
  }
  const all = [...missing, ...problems]
  if (all.length > 0) throw new WrongTemplates(all)
  return programs
}
