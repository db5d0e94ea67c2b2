const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><style>body{max-width:34rem;margin:2rem;font:1.1875rem/1.55 sans-serif}</style>
<title>Just a moment</title><h1>This tablet cannot read what it keeps just now</h1>
<p>Nothing was deleted. It may be full: make room on it, then <a href="/stall">open the stall’s page again</a>.</p>`

/**
 * What is answered where the tablet's own database does not open, as on a full disk: a page of a few words; to a form nothing,
 * so that the page it was sent from keeps what was typed and says to press again.
 */
export const cannotAnswer = (request: Request): Response =>
  request.method === 'POST'
    ? Response.error()
    : new Response(PAGE, {
        status: 503,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      })
