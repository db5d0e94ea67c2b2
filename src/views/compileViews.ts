import Handlebars from 'handlebars'
import { type AssetAddress, helpers } from './helpers.ts'
import { nameOf, optionsFor, readPrograms } from './readPrograms.ts'
import { letterOf, pageOf, type Views } from './renderViews.ts'

export type { Views } from './renderViews.ts'

/**
 * Compiles templates once, each named by its path under the templates folder such as "pages/start.hbs".
 * `asset` gives the address of a file of `assets/web/`. Throws WrongTemplates with every problem at once.
 */
export const compileViews = (
  files: Record<string, string>,
  asset: AssetAddress = (path) => `/assets/${path}`,
): Views => {
  const programs = readPrograms(files)
  const engine = Handlebars.create()
  engine.registerHelper(helpers(asset))
  for (const [path, program] of programs)
    engine.registerPartial(nameOf(path), engine.compile(program, optionsFor(path)))
  return { page: pageOf(engine.partials), letter: letterOf(engine.partials) }
}
