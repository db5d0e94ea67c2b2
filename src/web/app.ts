import express, { type Express, type Router } from 'express'
import type { Clock } from '../clock.ts'
import type { CountStore } from '../responses/countStore.ts'
import type { Answering } from './answer.ts'
import { setUpFaults } from './faults.ts'
import { begunAt } from './handle.ts'
import { keepNothing, setUpHeaders } from './headers.ts'
import { limitRequests } from './limits.ts'
import { type Log, logAnswers } from './log.ts'
import { notFound } from './missing.ts'
import { readCookies } from './readCookies.ts'
import { type Readiness, readiness } from './ready.ts'
import { makeRouter } from './router.ts'
import { setUpAsker } from './whoAsks.ts'

/** What the recipe takes besides what it answers with. `trustProxy` counts the proxies that stand before us. */
export type AppParts = {
  answering: Answering
  assets: Router
  /** What a paired tablet is served from. */
  tabletFiles: Router
  clock: Clock
  log: Log
  trustProxy: number
  counts: CountStore
  ready: () => Promise<Readiness>
}

/** The product over HTTP. */
export const makeApp = ({
  answering,
  assets,
  tabletFiles,
  clock,
  log,
  trustProxy,
  counts,
  ready,
}: AppParts): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.use(readCookies())
  app.use(begunAt(clock))
  app.use(logAnswers(log))
  app.use(setUpHeaders(answering.https))
  app.get('/health', (_req, res) => void res.set('Cache-Control', 'no-store').json({ ok: true }))
  app.get('/ready', readiness(ready))
  app.use('/assets', assets)
  app.use(tabletFiles)
  app.use(keepNothing)
  app.use(setUpAsker(answering.site, answering.https))
  app.use(limitRequests())
  app.use(makeRouter(answering, { counts, clock }))
  app.use(notFound(answering))
  app.use(setUpFaults(answering, log))
  return app
}
