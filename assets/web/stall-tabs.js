// Several tabs are one tablet: a touch in one counts for all, and once nobody uses it none shows anybody.
const TOUCHED = 'stall-touched'
const NOBODY = 'stall-nobody'
const OFTEN_MS = 1000
const TELL_MS = 5000

/** @param {string} name */
const read = (name) => Number(localStorage.getItem(name))

/** When somebody last touched any of them. */
export const touchedAt = () => read(TOUCHED)

// The worker would else take somebody who types on one page for minutes to have gone, with every word.
let toldAt = 0

/** @param {number} now */
const tellWorker = (now) => {
  if (Math.abs(now - toldAt) < TELL_MS) return
  toldAt = now
  navigator.serviceWorker?.controller?.postMessage({ touched: true })
}

/** Notes a touch, at most once a second. */
export const touch = () => {
  const now = Date.now()
  tellWorker(now)
  if (Math.abs(now - touchedAt()) >= OFTEN_MS) localStorage.setItem(TOUCHED, String(now))
}

// Counted, not timed: somebody may set the clock back.
if (document.querySelector('[data-nobody]')) localStorage.setItem(NOBODY, String(read(NOBODY) + 1))
const emptied = read(NOBODY)

/** True where any tab has shown the tablet empty since this page was opened. */
export const wasEmptied = () => read(NOBODY) !== emptied
