import { type RequestHandler, Router, urlencoded } from 'express'
import type { Controller } from '../pages/site.ts'
import type { Answering } from './answer.ts'
import { AGAIN_FILE, AGAIN_TYPED, guard, handle } from './handle.ts'
import { type KeptCounts, limitWrong } from './limits.ts'
import { notAllowed } from './missing.ts'
import { onlyScripts } from './onlyScripts.ts'
import { type Route, routesOf } from './routes.ts'
import { readSealed } from './sealedBody.ts'
import { makeUpload } from './uploads.ts'
import { askerIn } from './whoAsks.ts'

/** 20,000 Bengali letters are 180 kB when a form sends them; a page of answers stays well below this. */
const readFields = urlencoded({ extended: false, limit: '1mb' })

/** All answers of a form together, as the page carries them that shows what a PDF held. */
const readWholeForm = urlencoded({ extended: false, limit: '4mb' })

type Counting = Pick<KeptCounts, 'counts' | 'clock'>

const actOn = (
  answering: Answering,
  { path, guessable, byKey }: Route,
  post: Controller,
  counting: Counting,
): RequestHandler => {
  if (guessable === undefined) return handle(answering, post)
  const counted = limitWrong(guessable, { name: byKey ? 'pairing key' : path, askerOf: askerIn, ...counting })
  return (req, res, next) => handle(answering, counted(post, req, res))(req, res, next)
}

const postOf = (
  answering: Answering,
  route: Route,
  takeUpload: RequestHandler,
  counting: Counting,
): RequestHandler[] => {
  const { post, again, upload } = route
  if (post && route.byKey) return [readSealed(answering.site, route.byKey), actOn(answering, route, post, counting)]
  if (!post || !again) return []
  const read = route.whole ? readWholeForm : readFields
  const taken = upload
    ? [guard(answering, again, AGAIN_FILE), takeUpload]
    : [read, guard(answering, again, AGAIN_TYPED)]
  return [...taken, actOn(answering, route, post, counting)]
}

const allowedOn = ({ get, post }: Route): string => [get && 'GET, HEAD', post && 'POST'].filter(Boolean).join(', ')

/** The routes table as an Express router; a method that an address does not take is told so (405). Wrong keys are counted by `counting`. */
export const makeRouter = (answering: Answering, counting: Counting): Router => {
  const router = Router({ strict: true, caseSensitive: true })
  const takeUpload = makeUpload()
  for (const route of routesOf(answering.site)) {
    const at = router.route(route.path)
    if (route.get && route.forScripts) at.get(onlyScripts)
    if (route.get) at.get(handle(answering, route.get))
    const post = postOf(answering, route, takeUpload, counting)
    if (post.length > 0) at.post(...post)
    at.all(notAllowed(answering, allowedOn(route)))
  }
  return router
}
