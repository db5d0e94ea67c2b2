import Handlebars from 'handlebars'
import { type Compiled, compileTemplates } from './compileTemplates.ts'
import { type AssetAddress, helpers } from './helpers.ts'
import { letterOf, pageOf, type Views } from './renderViews.ts'

export type { Views } from './renderViews.ts'

const made = (text: string): TemplateSpecification => new Function(`return ${text}`)()

/**
 * Renders templates, each named by its path under the templates folder such as "pages/start.hbs".
 * `asset` gives the address of a file of `assets/web/`. Throws WrongTemplates with every problem at once.
 */
export const compileViews = (
  files: Record<string, string>,
  asset: AssetAddress = (path) => `/assets/${path}`,
  compile: (files: Record<string, string>) => Compiled = compileTemplates,
): Views => {
  const engine = Handlebars.create()
  engine.registerHelper(helpers(asset))
  for (const [name, text] of Object.entries(compile(files))) engine.registerPartial(name, engine.template(made(text)))
  return { page: pageOf(engine.partials), letter: letterOf(engine.partials) }
}
