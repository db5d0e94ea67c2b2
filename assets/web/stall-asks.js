// Opens and closes what a page asks before it does something: <button data-opens="id">, <button data-closes>.
addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-opens], [data-closes]') : null
  const opened = document.getElementById(button?.getAttribute('data-opens') ?? '')
  if (opened instanceof HTMLDialogElement) opened.showModal()
  else button?.closest('dialog')?.close()
})
