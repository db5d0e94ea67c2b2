import { accessibility, privacy, whoWeAre } from '../pages/about.ts'
import { check } from '../pages/check.ts'
import { enlarged } from '../pages/enlarged.ts'
import {
  askPhone,
  goToPhone,
  nothingAtHandover,
  nothingToHandOver,
  printAtHandover,
  reachHandover,
  sendAtHandover,
  showHandover,
  vouchAtHandover,
} from '../pages/handover.ts'
import { sayHello, showHello } from '../pages/hello.ts'
import { showOnPhone } from '../pages/onPhone.ts'
import { picture } from '../pages/picture.ts'
import { showQuestion } from '../pages/question.ts'
import { saveQuestion } from '../pages/saveQuestion.ts'
import { clearTablet, doneAtTablet, nextPerson, saveRescueFile, showEmptied, showShift } from '../pages/shift.ts'
import type { Controller } from '../pages/site.ts'
import { takeForm } from '../pages/take.ts'
import { tasks } from '../pages/tasks.ts'

/** One address that a tablet answers by itself. `person`: only while somebody uses it; else it leads to the shift. */
export type TabletRoute = { path: string; get?: Controller; post?: Controller; person?: true }

const person = true as const

const goTo =
  (redirect: string): Controller =>
  () => ({ redirect })

/** Every address that a paired tablet answers by itself; whatever is not here is the server's. */
export const tabletRoutes: TabletRoute[] = [
  { path: '/', get: goTo('/stall') },
  { path: '/begin', get: goTo('/stall') },
  { path: '/stall', get: showShift },
  { path: '/stall/next', get: goTo('/stall'), post: nextPerson },
  { path: '/stall/hello', get: showHello, post: sayHello },
  { path: '/stall/clear', get: goTo('/stall'), post: clearTablet },
  { path: '/stall/done', get: goTo('/stall'), post: doneAtTablet },
  { path: '/stall/empty', get: showEmptied },
  { path: '/stall/rescue', get: saveRescueFile },
  { path: '/stall/nothing-yet', get: nothingToHandOver, person },
  { path: '/tasks', get: tasks, person },
  { path: '/questions/:page', get: showQuestion, post: saveQuestion, person },
  { path: '/check', get: check, person },
  { path: '/check/pages/:page.png', get: picture, person },
  { path: '/check/pages/:page', get: enlarged, person },
  { path: '/take/:file', get: takeForm, person },
  { path: '/handover', get: showHandover, post: reachHandover, person },
  { path: '/handover/print', get: goTo('/handover'), post: printAtHandover, person },
  { path: '/handover/vouch', get: goTo('/handover'), post: vouchAtHandover, person },
  { path: '/handover/send', get: goTo('/handover'), post: sendAtHandover, person },
  { path: '/handover/nothing', get: goTo('/handover'), post: nothingAtHandover, person },
  { path: '/handover/phone', get: askPhone, post: goToPhone, person },
  { path: '/handover/qr', get: showOnPhone },
  { path: '/privacy', get: privacy },
  { path: '/who-we-are', get: whoWeAre },
  { path: '/accessibility', get: accessibility },
]

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+?)')}$`)

const patterns = tabletRoutes.map((route) => ({ route, pattern: patternOf(route.path) }))

/** The route of an address and what stands in its places; null where the address is the server's. */
export const routeOf = (path: string): { route: TabletRoute; params: Record<string, string> } | null => {
  for (const { route, pattern } of patterns) {
    const match = pattern.exec(path)
    if (match) return { route, params: { ...match.groups } }
  }
  return null
}

/** Pages of the server that a person who goes on online may see on a tablet, and nobody else. */
export const isPersonsOnline = (path: string): boolean =>
  /^\/(send|sent|save|leave|delete|deleted|come-back|bring-back|r|cover)(\/|$)/.test(path)
