import { percentile, sayFigures } from './figures.ts'
import { restartRolling } from './rolling.ts'

// F5. The proxy sends nothing new to a server that is about to be stopped, as a rolling restart does; what has begun goes on.
// (Stopped without a word to the proxy, one request in some 3,500 meets a door that shuts in that very moment.) Its mutation
// partners run below: who ends at once on SIGTERM, or cuts every connection, cuts off what had begun.

const RESTARTS = 20

test('20 rolling restarts of two processes under load: no request fails', async () => {
  const { waits, failed, ends } = await restartRolling(RESTARTS)
  sayFigures('F5', {
    restarts: RESTARTS,
    requests: waits.length,
    failed: failed.length,
    'p99 (ms)': percentile(waits, 0.99),
  })
  expect(failed).toEqual([])
  expect(new Set(ends)).toEqual(new Set([0]))
  expect(waits.length).toBeGreaterThan(1000)
}, 240_000)

const GRACE = 'setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()'

test.each([
  ['ends at once', 'process.exit(0)'],
  ['cuts every connection', 'server.closeAllConnections()'],
])('partner: a server that %s on SIGTERM cuts off what had begun', async (_, to) => {
  const { failed, ends } = await restartRolling(6, [{ file: 'src/web/serve.ts', from: GRACE, to }])
  expect(failed[0]).toMatch(/^(ECONNRESET|EPIPE) at /)
  expect(new Set(ends)).toEqual(new Set([0]))
})
