import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { TabletPack } from '../offline/pack.ts'
import { precompileViews } from '../views/precompileViews.ts'

const root = join(import.meta.dirname, '../..')

const ENTRY = `
import { templates } from 'tablet:templates'
import files from 'tablet:files'
import { startWorker } from './src/offline/worker.ts'
startWorker(globalThis, { ...files, templates })
`

const given = (texts: Record<string, { contents: string; loader: 'js' | 'json' }>): Plugin => ({
  name: 'given',
  setup(built) {
    built.onResolve({ filter: /^tablet:/ }, ({ path }) => ({ path, namespace: 'given' }))
    built.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => texts[path.slice('tablet:'.length)] ?? null)
  },
})

/** What goes into a tablet's script besides code. */
export type TabletScriptParts = {
  templates: Record<string, string>
  pack: Omit<TabletPack, 'version'>
  /** The print that addresses of assets carry. */
  assets: string
}

/** The service worker of a paired tablet, code, templates and pack in one file. The same parts give the same bytes. */
export const tabletScript = async ({ templates, pack, assets }: TabletScriptParts): Promise<string> => {
  const written = precompileViews(templates)
  const version = createHash('sha256')
    .update(JSON.stringify([written, pack, assets]))
    .digest('base64url')
    .slice(0, 12)
  const files = JSON.stringify({ pack: { ...pack, version }, assets })
  // Fetched here, for a server that no tablet asks starts without it.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'js' },
    ...{ bundle: true, minify: true, write: false, format: 'iife', platform: 'browser', target: 'es2022' },
    ...{ logLevel: 'silent', legalComments: 'none' },
    plugins: [given({ templates: { contents: written, loader: 'js' }, files: { contents: files, loader: 'json' } })],
  })
  return outputFiles[0]!.text
}
