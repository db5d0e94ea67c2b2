// Puts a page that a form was answered with into the place of the one on the screen, at the same address.
let swaps = 0

/** @param {Element} shown @param {Element} fresh */
const copyAttributes = (shown, fresh) => {
  for (const { name } of [...shown.attributes]) shown.removeAttribute(name)
  for (const { name, value } of fresh.attributes) shown.setAttribute(name, value)
}

// A script runs once for each address, and a fragment makes it another one. Those in the head watch the whole document.
const runScripts = () => {
  for (const script of document.body.querySelectorAll('script[src]')) {
    const again = document.createElement('script')
    again.type = 'module'
    again.src = `${script.getAttribute('src')}#${swaps}`
    script.replaceWith(again)
  }
}

// No browser reads out a page that came without a navigation: what it is about takes the focus, unless a problem does.
const startAnew = () => {
  const heading = document.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
  scrollTo(0, 0)
}

/** @param {string} html */
export const swapPage = (html) => {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  swaps += 1
  copyAttributes(document.documentElement, fresh.documentElement)
  document.title = fresh.title
  document.body.replaceWith(document.adoptNode(fresh.body))
  startAnew()
  runScripts()
}
