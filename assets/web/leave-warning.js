// Asks before a page is left on which something was typed or chosen and not yet saved.
let unsaved = false

/** @param {BeforeUnloadEvent} event */
const ask = (event) => {
  if (unsaved) event.preventDefault()
}

for (const form of document.querySelectorAll('form[data-warn-leaving]')) {
  form.addEventListener('input', () => {
    unsaved = true
  })
  form.addEventListener('submit', () => {
    unsaved = false
  })
}

addEventListener('beforeunload', ask)
