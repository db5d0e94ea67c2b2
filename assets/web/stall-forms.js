// Forms are sent without leaving the page, so that what was typed gets neither into the history nor into the session's file.
import { swapPage } from './stall-swap.js'

const PATIENCE_MS = 30_000
const SLOW_MS = 1000
let underWay = false

/** @param {HTMLFormElement} form @param {HTMLElement | null} button */
const send = (form, button) => {
  const address = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
  const fields = /** @type {[string, string][]} */ ([...new FormData(form, button)])
  const body = new URLSearchParams(fields)
  return fetch(address, { method: 'post', headers: { stall: 'yes' }, body, signal: AbortSignal.timeout(PATIENCE_MS) })
}

/** @param {unknown} said */
const isOurs = (said) => typeof said === 'string' && /^\/(?!\/)/.test(said)

/** @param {string} address */
const goTo = (address) => {
  const { hash, pathname, search } = new URL(address, location.href)
  location.replace(address)
  // To another part of the same address a browser would only scroll.
  if (hash && pathname + search === location.pathname + location.search) location.reload()
}

/** True where the next page is on its way, so that nothing more can be pressed on this one. @param {Response} answer */
const follow = async (answer) => {
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) {
    const { go } = await answer.json()
    if (!isOurs(go)) throw new TypeError('The answer is not ours')
    goTo(go)
    return true
  }
  if (!type.startsWith('text/html')) throw new TypeError('The answer is no page')
  if (answer.redirected) location.replace(answer.url)
  else swapPage(await answer.text())
  return answer.redirected
}

/** @param {HTMLFormElement} form @param {string} id whose words @param {'before' | 'after'} where beside what was pressed */
const say = (form, id, where) => {
  const words = document.getElementById(id)
  if (!(words instanceof HTMLTemplateElement)) return
  form.querySelector('.stall-note')?.remove()
  const place = form.querySelector('.actions') ?? form.lastElementChild
  place?.[where](words.content.cloneNode(true))
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} button */
const submit = async (form, button) => {
  underWay = true
  form.querySelector('.stall-note')?.remove()
  form.setAttribute('aria-busy', 'true')
  const slow = setTimeout(() => say(form, 'one-moment', 'after'), SLOW_MS)
  try {
    underWay = await follow(await send(form, button))
  } catch {
    underWay = false
    say(form, 'no-answer', 'before')
  }
  clearTimeout(slow)
  form.removeAttribute('aria-busy')
}

addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.target || form.method !== 'post') return
  event.preventDefault()
  if (!underWay) submit(form, event.submitter)
})

// A link pressed meanwhile would lead away before it is known whether the words were kept.
const holdLinks = (/** @type {MouseEvent} */ event) => {
  if (underWay && event.target instanceof Element && event.target.closest('a[href]')) event.preventDefault()
}

addEventListener('click', holdLinks, { capture: true })
