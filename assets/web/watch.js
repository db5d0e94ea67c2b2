// Keeps the page about a response true: looks again each time the server says that something may have changed.
const part = 'standing'
const says = document.querySelector('[data-watch-says]')

const lookAgain = async () => {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part)
  const shown = document.getElementById(part)
  if (!fresh || !shown || fresh.innerHTML === shown.innerHTML) return
  const words = fresh.getAttribute('data-says')
  // Read out only when the state is another, not when a next try has moved.
  if (says && words !== shown.getAttribute('data-says'))
    says.textContent = [words, fresh.getAttribute('data-left')].filter(Boolean).join('. ')
  const held = shown.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null
  shown.replaceWith(fresh)
  const again = held ? fresh.querySelector(`a[href="${CSS.escape(held)}"]`) : null
  if (again instanceof HTMLElement) again.focus({ preventScroll: true })
}

/** @type {EventSource | null} */
let source = null

// A page in the background holds no line open; when it is looked at again, it looks again.
const follow = () => {
  source?.close()
  source = null
  if (document.hidden) return
  source = new EventSource(document.getElementById(part)?.getAttribute('data-watch') ?? '')
  source.addEventListener('changed', lookAgain)
  source.addEventListener('open', lookAgain)
}

if (document.querySelector('[data-watch]')) {
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', () => source?.close())
  addEventListener('pageshow', follow)
}
