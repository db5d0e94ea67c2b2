// Asks who is still there, and clears a tablet that was left alone; by the wall clock, so that one that slept is judged at once.
import { dueAfter } from './stall-clock.js'

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchmove', 'scroll']
const PATIENCE_MS = 10_000

let touchedAt = Date.now()
let clearing = false

const asked = () => {
  const dialog = document.getElementById('idle')
  return dialog instanceof HTMLDialogElement ? dialog : null
}

const touch = () => {
  // Once it asks, only its button answers: a sleeve that brushes the screen is nobody.
  if (!asked()?.open) touchedAt = Date.now()
}

/** @param {HTMLFormElement} form */
const clear = async (form) => {
  clearing = true
  const body = new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)]))
  const address = form.action
  document.body.replaceChildren()
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const answer = await fetch(address, { method: 'post', headers: { stall: 'yes' }, body, signal }).catch(() => null)
  const said = await answer?.json().catch(() => null)
  location.replace(said?.go ?? '/stall')
}

/** @param {HTMLDialogElement} dialog @param {number} secondsLeft */
const ask = (dialog, secondsLeft) => {
  const seconds = dialog.querySelector('[data-seconds]')
  if (seconds) seconds.textContent = String(secondsLeft)
  if (dialog.open) return
  dialog.showModal()
  const stay = () => {
    touchedAt = Date.now()
  }
  dialog.addEventListener('close', stay, { once: true })
}

const look = () => {
  const dialog = asked()
  const form = dialog?.querySelector('form')
  if (clearing || !dialog || !form) return
  const due = dueAfter(Date.now() - touchedAt)
  if (due === 'clear') clear(form)
  else if (due !== 'nothing') ask(dialog, due.secondsLeft)
}

// Before a tablet sleeps its page is hidden, so that it wakes with nothing to read until it was judged.
const follow = () => {
  if (!document.hidden) look()
  document.documentElement.toggleAttribute('data-away', document.hidden)
}

for (const name of TOUCHES) addEventListener(name, touch, { capture: true, passive: true })
document.addEventListener('visibilitychange', follow)
addEventListener('focus', look)
setInterval(look, 1000)
