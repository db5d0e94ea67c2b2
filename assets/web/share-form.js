// Shows a button that hands the PDF to the phone's own share sheet, where the browser can share files.

/** @param {Element} place */
const offer = async (place) => {
  const answer = await fetch(place.getAttribute('data-share') ?? '')
  if (!answer.ok) return
  const name = place.getAttribute('data-name') ?? 'form.pdf'
  // Fetched before the press: a browser shares only while it still remembers that somebody pressed.
  const files = [new File([await answer.blob()], name, { type: 'application/pdf' })]
  if (!navigator.canShare({ files })) return
  place.removeAttribute('hidden')
  const title = place.getAttribute('data-subject') ?? name
  // Who closes the sheet again has not failed at anything.
  place.querySelector('button')?.addEventListener('click', () => navigator.share({ files, title }).catch(() => {}))
}

if ('canShare' in navigator) for (const place of document.querySelectorAll('[data-share]')) offer(place)
