// A page that is left is emptied first: what a browser keeps for Back and Forward is blank, and is not shown again.
addEventListener('pagehide', () => document.body.replaceChildren())

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.replace('/stall')
})
