// Asks before a page is left on which something was typed or chosen and not yet saved.
let unsaved = false

/** @param {BeforeUnloadEvent} event */
const ask = (event) => {
  // What was taken off the page, as on a tablet that clears itself, is not asked about.
  if (unsaved && document.querySelector('form[data-warn-leaving]')) event.preventDefault()
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
