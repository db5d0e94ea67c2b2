import { accessibility, privacy, whoWeAre } from '../pages/about.ts'
import { askCode } from '../pages/askCode.ts'
import { begin, showBegin } from '../pages/begin.ts'
import { blank } from '../pages/blank.ts'
import { bringBack } from '../pages/bringBack.ts'
import { showCameIn } from '../pages/cameIn.ts'
import { check } from '../pages/check.ts'
import { comeBack, goOn, showComeBack, showGoOn } from '../pages/comeBack.ts'
import { cover } from '../pages/cover.ts'
import { showDay } from '../pages/day.ts'
import { deleteAll, showDelete, showDeleted } from '../pages/delete.ts'
import { enlarged } from '../pages/enlarged.ts'
import { blankFileName } from '../pages/formFile.ts'
import { keepBrought, showBroughtAgain } from '../pages/keepBrought.ts'
import { leaveOut } from '../pages/leaveOut.ts'
import { makeStall, showStalls } from '../pages/makeStall.ts'
import { askLink, showAsked, showOrganiser } from '../pages/organiser.ts'
import { showOrganiserLink, signIn, signOut } from '../pages/organiserLink.ts'
import { tellPeople, tryAgain } from '../pages/organiserMend.ts'
import { addCard, closeStall, showStall } from '../pages/organiserStall.ts'
import { draft, sayOwnWay } from '../pages/ownWay.ts'
import { gettingReady, pairTablet, showPairTablet } from '../pages/pairTablet.ts'
import { picture } from '../pages/picture.ts'
import { pressSend } from '../pages/pressSend.ts'
import { showQuestion } from '../pages/question.ts'
import { showRehearsalPost } from '../pages/rehearsalPost.ts'
import { revokeCard, showRevoke } from '../pages/revokeCard.ts'
import { leave, save } from '../pages/save.ts'
import { saveQuestion } from '../pages/saveQuestion.ts'
import { send } from '../pages/send.ts'
import { sent, sentEvents } from '../pages/sent.ts'
import type { Controller, Site } from '../pages/site.ts'
import { showCards, showPoster } from '../pages/stallSheets.ts'
import { start } from '../pages/start.ts'
import { goOnFromTablet, leaveTablet } from '../pages/tabletCookie.ts'
import { tabletPages, tabletPicture } from '../pages/tabletPictures.ts'
import { heard, sync, tabletKey } from '../pages/tabletPost.ts'
import { takeForm } from '../pages/take.ts'
import { tasks } from '../pages/tasks.ts'
import { pressTray, showTray } from '../pages/tray.ts'
import { showTrayRun, tickOff, trayFile } from '../pages/trayRun.ts'

/** One address: what shows it, what posting to it does, and what gives a refused post back with all that was typed. */
export type Route = {
  path: string
  get?: Controller
  post?: Controller
  again?: Controller
  /** Takes the answers of a whole form at once, more than a page of it. */
  whole?: true
  /** Takes one PDF; its token comes in the address, for it is checked before the file is read. */
  upload?: true
  /** Authorised by a tablet's pairing key in a header, which no other site can send: without a token, its body as it is, so large at most. */
  byKey?: '1mb' | '8mb'
  /** What is shown is for a script of ours: whoever only opens the address finds nothing there. */
  forScripts?: true
  /** How many wrong keys are taken from one address in a quarter of an hour. */
  guessable?: number
}

// A phone that dropped the tab asks again, by GET, for what was posted.
const goTo =
  (redirect: string): Controller =>
  () => ({ redirect })

/** A stall's tray and its day, for its tablets and for organisers. */
const trayAddresses = (home: string): Route[] => [
  { path: `${home}/tray`, get: showTray, post: pressTray, again: showTray },
  { path: `${home}/tray/run`, get: showTrayRun, post: tickOff, again: showTrayRun },
  { path: `${home}/tray/run.pdf`, get: trayFile },
  { path: `${home}/day`, get: showDay },
]

/** Every address of the product, in the order of a visitor's way. */
export const routesOf = ({ consultation }: Site): Route[] => [
  { path: '/', get: start },
  { path: `/${blankFileName(consultation)}`, get: blank },
  { path: '/begin', get: showBegin, post: begin, again: showBegin },
  { path: '/tasks', get: tasks },
  { path: '/questions/:page', get: showQuestion, post: saveQuestion, again: showQuestion },
  { path: '/check', get: check },
  { path: '/check/leave-out', get: goTo('/check'), post: leaveOut, again: check },
  { path: '/check/pages/:page.png', get: picture },
  { path: '/check/pages/:page', get: enlarged },
  { path: '/take', get: goTo('/send') },
  { path: '/take/:file', get: takeForm },
  { path: '/send', get: send, post: pressSend, again: send },
  { path: '/send/code', get: goTo('/send'), post: askCode, again: send },
  { path: '/send/own', get: goTo('/send'), post: sayOwnWay, again: send },
  { path: '/send/draft.eml', get: draft },
  { path: '/send/cover', get: cover },
  { path: '/sent', get: sent },
  { path: '/sent/events', get: sentEvents },
  { path: '/save', get: save },
  { path: '/leave', get: goTo('/save'), post: leave, again: save },
  { path: '/come-back', get: showComeBack, post: comeBack, again: showComeBack, guessable: 100 },
  { path: '/r/:link', get: showGoOn, post: goOn, again: showGoOn, guessable: 20 },
  { path: '/bring-back', get: goTo('/come-back'), post: bringBack, again: showComeBack, upload: true },
  { path: '/bring-back/keep', get: goTo('/come-back'), post: keepBrought, again: showBroughtAgain, whole: true },
  { path: '/delete', get: showDelete, post: deleteAll, again: showDelete },
  { path: '/deleted', get: showDeleted },
  { path: '/organiser', get: showOrganiser, post: askLink, again: showOrganiser },
  { path: '/organiser/asked', get: showAsked },
  {
    ...{ path: '/organiser/link/:token', get: showOrganiserLink, post: signIn, again: showOrganiserLink },
    guessable: 20,
  },
  { path: '/organiser/sign-out', get: goTo('/organiser'), post: signOut, again: showOrganiser },
  { path: '/organiser/try-again', get: goTo('/organiser'), post: tryAgain, again: showOrganiser },
  { path: '/organiser/tell', get: goTo('/organiser'), post: tellPeople, again: showOrganiser },
  ...trayAddresses('/stall'),
  ...trayAddresses('/organiser/stalls/:id'),
  { path: '/organiser/stalls', get: showStalls, post: makeStall, again: showStalls },
  { path: '/organiser/stalls/:id', get: showStall },
  { path: '/organiser/stalls/:id/revoke', get: showRevoke, post: revokeCard, again: showRevoke },
  { path: '/organiser/stalls/:id/card', get: showStall, post: addCard, again: showStall },
  { path: '/organiser/stalls/:id/close', get: showStall, post: closeStall, again: showStall },
  { path: '/organiser/stalls/:id/came-in', get: showCameIn },
  { path: '/organiser/stalls/:id/poster', get: showPoster },
  { path: '/organiser/stalls/:id/cards', get: showCards },
  { path: '/rehearsal/post', get: showRehearsalPost },
  { path: '/stall', get: gettingReady },
  // A tablet that was paired before answers /stall by itself; this address is always the server's.
  { path: '/stall/ready', get: gettingReady },
  {
    ...{ path: '/stall/pair/:token', get: showPairTablet, post: pairTablet, again: showPairTablet },
    guessable: 20,
  },
  { path: '/stall/key', get: tabletKey, forScripts: true },
  { path: '/stall/heard', post: heard, byKey: '1mb', guessable: 20 },
  { path: '/stall/sync/:id', post: sync, byKey: '8mb', guessable: 20 },
  { path: '/stall/pages', post: tabletPages, byKey: '1mb', guessable: 20 },
  { path: '/stall/pages/:page', post: tabletPicture, byKey: '1mb', guessable: 20 },
  { path: '/stall/go-on', post: goOnFromTablet, byKey: '1mb', guessable: 20 },
  { path: '/stall/leave', post: leaveTablet, byKey: '1mb', guessable: 20 },
  { path: '/privacy', get: privacy },
  { path: '/who-we-are', get: whoWeAre },
  { path: '/accessibility', get: accessibility },
]
