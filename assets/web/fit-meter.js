// Keeps the bar under a text box true while one types: how full the paper's box is, never a count of characters.

/** @param {string} name */
const code = (name) => import(`/assets/code/${name}`)

const load = async () => {
  const [answer, setting, cleaning] = await Promise.all([
    fetch('/assets/fit-measures.json'),
    /** @type {Promise<typeof import('../../src/pdf/setting/setInBox.js')>} */ (code('setInBox.js')),
    /** @type {Promise<typeof import('../../src/pdf/setting/cleanText.js')>} */ (code('cleanText.js')),
  ])
  const measure = setting.liveFit(await answer.json())
  return (/** @type {string} */ question, /** @type {string} */ text) =>
    measure(question, cleaning.cleanText(text).trim())
}

/** @param {Element} meter @param {{ share: number, runsOn: boolean }} fit */
const show = (meter, { share, runsOn }) => {
  meter.querySelector('.fit-filled')?.setAttribute('width', `${Math.round(Math.min(1, share) * 1000) / 10}%`)
  const words = meter.querySelector('.fit-words')
  const said = runsOn ? 'Runs on to an extra page: that is fine' : 'Fits on the form'
  if (words && words.textContent !== said) words.textContent = said
}

const meters = [...document.querySelectorAll('[data-fit-for]')]

if (meters.length > 0) {
  const measure = await load()
  for (const meter of meters) {
    const field = document.getElementById(meter.getAttribute('data-fit-for') ?? '')
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) continue
    const follow = () => {
      const found = measure(meter.getAttribute('data-fit-field') ?? '', field.value)
      if (found) show(meter, found)
    }
    field.addEventListener('input', follow)
    follow()
  }
}
