import Handlebars from 'handlebars'
import { nameOf, optionsFor, readPrograms } from './readPrograms.ts'

const isLetter = (path: string) => /^(letters|layouts\/letter)/.test(path)

/** The pages' templates as a script that exports them, each under its name, for Handlebars' runtime. Throws WrongTemplates. */
export const precompileViews = (files: Record<string, string>): string => {
  const entries = [...readPrograms(files)]
    .filter(([path]) => !isLetter(path))
    .map(([path, program]) => `${JSON.stringify(nameOf(path))}: ${Handlebars.precompile(program, optionsFor(path))}`)
  return `export const templates = {\n${entries.join(',\n')}\n}\n`
}
