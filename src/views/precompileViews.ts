import { type Compiled, compileTemplates } from './compileTemplates.ts'

const isLetter = (name: string) => /^(letters|layouts\/letter)/.test(name)

/** The pages' templates as a script that exports them, each under its name, for Handlebars' runtime. Throws WrongTemplates. */
export const precompileViews = (
  files: Record<string, string>,
  compile: (files: Record<string, string>) => Compiled = compileTemplates,
): string => {
  const entries = Object.entries(compile(files))
    .filter(([name]) => !isLetter(name))
    .map(([name, text]) => `${JSON.stringify(name)}: ${text}`)
  return `export const templates = {\n${entries.join(',\n')}\n}\n`
}
