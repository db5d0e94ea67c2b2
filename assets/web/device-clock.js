// Writes what the device's own clock says into the form when Send is pressed: one of the three times of a late response.
for (const form of document.querySelectorAll('form[data-device-clock]')) {
  form.addEventListener('submit', () => {
    const field = form.querySelector('input[name="device"]')
    if (field instanceof HTMLInputElement) field.value = String(Date.now())
  })
}
