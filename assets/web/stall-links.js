// Links of this site take the place of the page that they stand on, so that no page of a person stays in the history.

/** @param {EventTarget | null} target */
const linkAt = (target) => {
  const link = target instanceof Element ? target.closest('a[href]') : null
  return link instanceof HTMLAnchorElement ? link : null
}

/** A file to save or to print is no page; a browser must fetch it in its own way. @param {HTMLAnchorElement} link */
const isFile = (link) => link.matches('[data-file], [data-print], [download]') || link.pathname.endsWith('.pdf')

// With a key held down, too: another tab would be a history of its own.
addEventListener('click', (event) => {
  const link = linkAt(event.target)
  if (event.defaultPrevented || !link || link.target || isFile(link) || link.origin !== location.origin) return
  event.preventDefault()
  location.replace(link.href)
})
