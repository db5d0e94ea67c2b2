import type { Request, Response } from 'express'
import { layoutOf } from '../pages/layoutOf.ts'
import type { FileOutcome, Outcome, PageOutcome } from '../pages/outcome.ts'
import type { Site } from '../pages/site.ts'
import type { LayoutView } from '../pages/viewParts.ts'
import type { Views } from '../views/compileViews.ts'
import { closingBySecond } from './closingBySecond.ts'
import { changeKey, keyIn } from './cookies.ts'
import { sendEvents } from './sendEvents.ts'
import type { Tokens } from './tokens.ts'

/** What it takes to give an outcome to a browser. */
export type Answering = {
  site: Site
  views: Views
  tokens: Tokens
  https: boolean
  /** The words of the rehearsal's banner at a moment (ms, UTC); null in the product for real. */
  rehearsal: ((now: number) => string) | null
}

/** Who asks, as far as a page shows it. */
export type Asker = {
  now: number
  open: boolean
  /** True where something of the open response was sent, or said to be. */
  sent?: boolean
  /** True when another site's page asked: it gets no token. */
  foreign?: boolean
}

const closingWords = closingBySecond()

const layoutFor = ({ site, tokens, https, rehearsal }: Answering, page: PageOutcome, asker: Asker) => {
  const { consultation } = site
  return (req: Request, res: Response): LayoutView =>
    layoutOf(consultation, page, {
      closing: closingWords(consultation, asker.now),
      rehearsal: rehearsal ? rehearsal(asker.now) : null,
      token: asker.foreign ? '' : tokens.tokenFor(req, res),
      open: asker.open,
      sent: asker.sent ?? false,
      stall: keyIn(req, https, 'shift') ? { size: null, person: asker.open } : null,
    })
}

const sendFile = (res: Response, { file, type, name, save }: FileOutcome): void => {
  const disposition = `${save ? 'attachment' : 'inline'}; filename="${name}"`
  const parts = [file].flat()
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  res.set({ 'Content-Type': type, 'Content-Disposition': disposition, 'Content-Length': String(length) })
  for (const part of parts) res.write(part)
  res.end()
}

/** Gives an outcome to the browser as HTTP: a page, a redirect by GET (303), or a file. */
export const answerWith =
  (answering: Answering) =>
  (req: Request, res: Response, outcome: Outcome, asker: Asker): void => {
    if ('key' in outcome && outcome.key) changeKey(res, outcome.key, answering.https)
    if ('organiserKey' in outcome && outcome.organiserKey)
      changeKey(res, outcome.organiserKey, answering.https, 'organiser')
    if ('shiftKey' in outcome && outcome.shiftKey) changeKey(res, outcome.shiftKey, answering.https, 'shift')
    if ('scanKey' in outcome && outcome.scanKey) changeKey(res, outcome.scanKey, answering.https, 'scan')
    if ('events' in outcome) {
      sendEvents(res, outcome).catch(() => res.destroy())
    } else if ('nothing' in outcome) {
      res.status(204).end()
    } else if ('json' in outcome) {
      res.status(outcome.status ?? 200).json(outcome.json)
    } else if ('redirect' in outcome) {
      // A tablet's script goes there itself, in place of the page it stands on: nothing of a person stays in its history.
      if (req.get('stall')) res.json({ go: outcome.redirect })
      else res.redirect(303, outcome.redirect)
    } else if ('file' in outcome) {
      sendFile(res, outcome)
    } else {
      const layout = layoutFor(answering, outcome, asker)(req, res)
      res
        .status(outcome.status ?? 200)
        .type('html')
        .send(answering.views.page(outcome.page, outcome.view, layout))
    }
  }
