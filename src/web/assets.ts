import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import type { AssetAddress } from '../views/helpers.ts'

const KEPT = 'public, max-age=86400'
// Scripts import each other without a print in their address, so each is asked for anew; an ETag makes that cheap.
const ASKED_ANEW = 'public, no-cache'

/** The address of each file in a folder, with a print of its content, so that a new release is fetched at once. */
export const assetAddresses = (folder: string): AssetAddress => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const print = createHash('sha256')
  for (const file of files) print.update(readFileSync(join(file.parentPath, file.name)))
  const version = print.digest('base64url').slice(0, 10)
  return (path) => `/assets/${path}?${version}`
}

/** The files of `assets/web`, and what the live bar needs of the form: the plain scripts in `code`, and its measures. */
export const makeAssets = (folder: string, code: string, measures: unknown): Router => {
  const router = Router()
  const json = JSON.stringify(measures)
  router.get('/code/:name', (req, res, next) => {
    if (!/^\w+\.js$/.test(req.params.name)) return next()
    const fail = (error?: Error & { status?: number }) => {
      if (error && !res.headersSent) next(error.status === 404 ? undefined : error)
    }
    return res.sendFile(req.params.name, { root: code, headers: { 'Cache-Control': ASKED_ANEW } }, fail)
  })
  router.get('/fit-measures.json', (_req, res) => void res.set('Cache-Control', ASKED_ANEW).type('json').send(json))
  const setHeaders = (res: express.Response, path: string) => {
    const bare = path.endsWith('.js') && !res.req.url.includes('?')
    res.set('Cache-Control', bare ? ASKED_ANEW : KEPT)
  }
  router.use(express.static(folder, { index: false, redirect: false, setHeaders }))
  return router
}
