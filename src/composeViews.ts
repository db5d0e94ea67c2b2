import { join } from 'node:path'
import { compileViews, type Views } from './views/compileViews.ts'
import type { AssetAddress } from './views/helpers.ts'
import { keepCompiled } from './views/keepCompiled.ts'
import { readTemplates } from './views/readTemplates.ts'

/** The templates of the project in `root`, or those given, and what renders them. Rejects with WrongTemplates. */
export const composeViews = async (
  root: string,
  asset: AssetAddress,
  templates: Record<string, string> = readTemplates(join(root, 'templates')),
): Promise<{ templates: Record<string, string>; compiled: Views }> => ({
  templates,
  compiled: compileViews(templates, asset, keepCompiled(join(root, 'node_modules/.cache/templates'))),
})
