// Shows at once how large the words will be.
addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches('[data-size]'))
    document.documentElement.setAttribute('data-text', target.value)
})
