import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reads every `.hbs` file below a folder as text, by its path in it with forward slashes. Throws when it is not there. */
export const readTemplates = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.hbs'))
      .sort()
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  )
