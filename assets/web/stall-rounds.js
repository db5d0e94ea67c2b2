// Has the tablet look whether its server can be reached: as a page opens, when the signal is said to be back, and from time
// to time while the tablet is looked at. What waits goes up by that.
const EVERY_MS = 30_000

const look = () => {
  if (!document.hidden) navigator.serviceWorker?.controller?.postMessage({ round: true })
}

addEventListener('online', look)
document.addEventListener('visibilitychange', look)
setInterval(look, EVERY_MS)
look()
