// Keeps the numbers of the shift's page true: looks again when the tablet says that they changed, and when it is looked at.

/** @param {Element} shown @param {Element | null} fresh */
const renew = (shown, fresh) => {
  // A button under a finger stays where it is while its words stay the same.
  if (!fresh || fresh.textContent === shown.textContent) return
  const held = shown.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null
  shown.replaceChildren(...fresh.childNodes)
  const again = held ? shown.querySelector(`a[href="${CSS.escape(held)}"]`) : null
  if (again instanceof HTMLElement) again.focus({ preventScroll: true })
}

const lookAgain = async () => {
  const parts = document.querySelectorAll('[data-fresh]')
  if (document.hidden || parts.length === 0) return
  const answer = await fetch(location.pathname + location.search).catch(() => null)
  if (!answer?.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of parts) renew(part, fresh.getElementById(part.id))
}

document.addEventListener('visibilitychange', lookAgain)
navigator.serviceWorker?.addEventListener('message', ({ data }) => data?.changed && lookAgain())
