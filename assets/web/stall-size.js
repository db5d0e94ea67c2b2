// Shows at once how large the words will be, and keeps that where a person goes on online, on pages of the server.
const root = document.documentElement
const KEPT = 'text-size'

const said = root.getAttribute('data-text')
if (said) sessionStorage.setItem(KEPT, said)
else root.setAttribute('data-text', sessionStorage.getItem(KEPT) ?? 'normal')

addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches('[data-size]')) root.setAttribute('data-text', target.value)
})
