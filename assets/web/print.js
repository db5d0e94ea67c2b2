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

/** @param {string} address a PDF of this site, shown inline */
const printFile = (address) => {
  document.querySelector('iframe.print-frame')?.remove()
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.title = 'The form to print'
  frame.tabIndex = -1
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.print()
    } catch {
      window.open(address, '_blank', 'noopener')
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

for (const link of document.querySelectorAll('a[data-print-page]')) {
  if (link instanceof HTMLAnchorElement) makeButton(link, () => window.print())
}
