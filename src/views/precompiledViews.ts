import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import { type AssetAddress, helpers } from './helpers.ts'
import { pageOf, type RenderPage } from './renderViews.ts'

// Its own types leave out all but its name.
const { create } = runtime as unknown as typeof Handlebars

/** Renders pages by what `precompileViews` wrote, where there is no compiler: on a tablet. */
export const precompiledViews = (templates: Record<string, TemplateSpecification>, asset: AssetAddress): RenderPage => {
  const engine = create()
  engine.registerHelper(helpers(asset))
  for (const [name, template] of Object.entries(templates)) engine.registerPartial(name, engine.template(template))
  return pageOf(engine.partials)
}
