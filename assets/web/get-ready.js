// Makes a paired tablet ready for a shift: it takes the site along, so that it works without signal, and is told its key.
const place = document.querySelector('[data-ready]')

/** @param {string} words */
const say = (words) => {
  const said = place?.querySelector('[role="status"]')
  if (said) said.textContent = words
}

/** @param {ServiceWorker} worker @param {string} key */
const pair = (worker, key) =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => (data.paired ? resolve(null) : reject(new Error(data.words))))
    port1.start()
    worker.postMessage({ pair: key }, [port2])
  })

const CANNOT =
  'This browser cannot keep answers without a signal. Open the card’s link in Chrome, Edge or Safari, and not in a private window.'

const getReady = async () => {
  if (!('serviceWorker' in navigator) || !('indexedDB' in globalThis)) return say(CANNOT)
  await navigator.storage?.persist?.()
  await navigator.serviceWorker.register('/tablet.js', { scope: '/' })
  const { active } = await navigator.serviceWorker.ready
  const answer = await fetch('/stall/key', { headers: { accept: 'application/json' } })
  if (!active || !answer.ok) throw new Error('there is no key')
  await pair(active, (await answer.json()).key)
  location.replace('/stall')
}

const sayNotReady = () => {
  say('This tablet could not be made ready. Look whether it has signal and room, then try again.')
  place?.querySelector('[data-again]')?.removeAttribute('hidden')
}

if (place) getReady().catch(sayNotReady)
