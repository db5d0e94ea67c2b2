// Shows a button that copies the words of a text box; without script they can be selected by hand.
for (const place of document.querySelectorAll('[data-copy]')) {
  const words = document.getElementById(place.getAttribute('data-copy') ?? '')
  const said = place.querySelector('[role="status"]')
  if (!(words instanceof HTMLTextAreaElement) || !navigator.clipboard) continue
  place.removeAttribute('hidden')
  place.querySelector('button')?.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(words.value).then(
      () => 'Copied.',
      () => 'Please select them and copy them by hand.',
    )
    if (said) said.textContent = done
  })
}
