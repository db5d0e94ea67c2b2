// Asks who is still there, and clears a tablet that was left alone; by the wall clock, so that one that slept is judged at once.
import { dueAfter } from './stall-clock.js'
import { touch, touchedAt, wasEmptied } from './stall-tabs.js'

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchmove', 'scroll']
const PATIENCE_MS = 10_000
let leaving = false

const asked = () => {
  const dialog = document.getElementById('idle')
  return dialog instanceof HTMLDialogElement ? dialog : null
}

/** @param {string} address */
const leaveFor = (address) => {
  leaving = true
  document.body.replaceChildren()
  location.replace(address)
}

/** @param {HTMLFormElement} form */
const clear = async (form) => {
  leaving = true
  const body = new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)]))
  const address = form.action
  document.body.replaceChildren()
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const answer = await fetch(address, { method: 'post', headers: { stall: 'yes' }, body, signal }).catch(() => null)
  const said = await answer?.json().catch(() => null)
  leaveFor(said?.go ?? '/stall')
}

/** @param {HTMLDialogElement} dialog @param {number} secondsLeft */
const ask = (dialog, secondsLeft) => {
  const seconds = dialog.querySelector('[data-seconds]')
  if (seconds) seconds.textContent = String(secondsLeft)
  if (dialog.open) return
  dialog.showModal()
  dialog.addEventListener('close', touch, { once: true })
}

const look = () => {
  const dialog = asked()
  const form = dialog?.querySelector('form')
  if (leaving || !dialog || !form) return
  const due = dueAfter(Date.now() - touchedAt())
  if (wasEmptied()) leaveFor('/stall')
  else if (due === 'clear') clear(form)
  else if (due !== 'nothing') ask(dialog, due.secondsLeft)
  else if (dialog.open) dialog.close()
}

// A touch that wakes a tablet comes too late, and once it asks, only its button answers: a sleeve that brushes it is nobody.
const feel = () => {
  look()
  if (!leaving && !asked()?.open) touch()
}

// Before a tablet sleeps its page is hidden, so that it wakes with nothing to read until it was judged.
const follow = () => {
  if (!document.hidden) look()
  document.documentElement.toggleAttribute('data-away', document.hidden)
}

touch()
for (const name of TOUCHES) addEventListener(name, feel, { capture: true, passive: true })
document.addEventListener('visibilitychange', follow)
addEventListener('focus', look)
addEventListener('storage', look)
setInterval(look, 1000)
