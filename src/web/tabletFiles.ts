import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Router } from 'express'
import type { TabletPack } from '../offline/pack.ts'
import type { AssetAddress } from '../views/helpers.ts'
import { type TabletScriptParts, tabletScript } from './tabletScript.ts'

/** Plain scripts of the form's own code that its live bar loads. */
const BAR = ['setInBox.js', 'wrapText.js', 'cleanText.js'].map((name) => `/assets/code/${name}`)

/** What a paired tablet is served from: see `TabletPack` and `packForm`. */
export type TabletFilesParts = {
  templates: Record<string, string>
  webFolder: string
  asset: AssetAddress
  /** The carried form, as JSON. */
  form: () => string
  pack: Omit<TabletPack, 'version' | 'files'>
}

const filesIn = (webFolder: string, asset: AssetAddress): string[] =>
  readdirSync(webFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.txt'))
    .map(({ parentPath, name }) => asset(`${parentPath}/${name}`.slice(webFolder.length + 1).replaceAll('\\', '/')))
    .sort()

const printOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10)

const partsOf = (form: string, { templates, webFolder, asset, pack }: TabletFilesParts): TabletScriptParts => {
  const files = [
    `/tablet/form.json?${printOf(form)}`,
    ...filesIn(webFolder, asset),
    ...BAR,
    '/assets/fit-measures.json',
  ]
  return { templates, pack: { ...pack, files }, assets: asset('').split('?')[1] ?? '' }
}

/** A tablet's script and the form that it fills, put together when a tablet first asks for them (about 0.2 s). */
export const makeTabletFiles = (parts: TabletFilesParts): Router => {
  const router = Router()
  let form: string | null = null
  const formOnce = () => (form ??= parts.form())
  let script: Promise<string> | null = null
  router.get('/tablet.js', async (_req, res) => {
    script ??= tabletScript(partsOf(formOnce(), parts))
    res
      .set('Cache-Control', 'no-cache')
      .type('text/javascript')
      .send(await script)
  })
  router.get('/tablet/form.json', (_req, res) => {
    res.set('Cache-Control', 'public, no-cache').type('json').send(formOnce())
  })
  return router
}
