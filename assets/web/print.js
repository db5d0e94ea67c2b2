// Turns a link to a PDF into a button that opens the print dialogue on it (`data-print-now` does so at once), and a link to a
// page's print view likewise.

/** @param {HTMLAnchorElement} link @param {() => void} print */
const makeButton = (link, print) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = link.className
  button.textContent = link.textContent
  button.addEventListener('click', print)
  link.replaceWith(button)
}

/** The page that came in place of the file, or null. @param {HTMLIFrameElement} frame */
const pageInstead = ({ contentWindow, contentDocument }) =>
  contentWindow && contentDocument && !contentWindow.location.pathname.endsWith('.pdf')
    ? contentWindow.location.href
    : null

/** @param {string} address a PDF of this site, shown inline @param {boolean} [here] in this page or not at all */
const printFile = (address, here = false) => {
  document.querySelector('iframe.print-frame')?.remove()
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.title = 'The form to print'
  frame.tabIndex = -1
  frame.addEventListener('load', () => {
    try {
      const page = pageInstead(frame)
      if (page) location.replace(page)
      else frame.contentWindow?.print()
    } catch {
      if (!here) window.open(address, '_blank', 'noopener')
    }
  })
  frame.src = address
  document.body.append(frame)
}

/** Whether the page was just come to: on a way back, or asked for anew, nobody wants the dialogue once more. */
const isFresh = () => {
  const [way] = performance.getEntriesByType('navigation')
  return way instanceof PerformanceNavigationTiming && way.type === 'navigate'
}

// A reader of its own, as on most phones, prints better than a frame: there the link stays a link.
if (navigator.pdfViewerEnabled) {
  for (const link of document.querySelectorAll('a[data-print]')) {
    if (!(link instanceof HTMLAnchorElement)) continue
    makeButton(link, () => printFile(link.href))
    if ('printNow' in link.dataset && isFresh()) printFile(link.href)
  }
}

// On a tablet that others use after it, a file in another tab or among the downloads would stay: only within this page.
if (navigator.pdfViewerEnabled) {
  for (const place of document.querySelectorAll('[data-print-here]')) {
    if (!(place instanceof HTMLElement)) continue
    place.hidden = false
    place.querySelector('button')?.addEventListener('click', () => printFile(place.dataset.printHere ?? '', true))
  }
}

for (const link of document.querySelectorAll('a[data-print-page]')) {
  if (link instanceof HTMLAnchorElement) makeButton(link, () => window.print())
}
