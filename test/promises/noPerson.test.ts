import { askChanged } from './askChanged.ts'
import { sayFigures } from './figures.ts'
import { lookForPersons, ORGANISER } from './noPersonRun.ts'

// G1. Its mutation partners run below: a fault logged with its own words, an address logged instead of a route. One is in words
// only: a person's words among the data of an alarm in delivery/deadline.ts.

const NOWHERE = { logs: 0, pages: 0, alarms: 0 }

test('no log, no page for others, no alarm and no health check names a person', async () => {
  const found = await lookForPersons()
  const { words, logLines, faults, alarmsSent, alarmTo, ...places } = found
  sayFigures('G1', { canaries: words, 'log lines': logLines, 'alarms sent': alarmsSent, ...places })
  expect(places).toEqual(NOWHERE)
  expect(words).toBeGreaterThan(60)
  expect(faults).toBeGreaterThan(0)
  expect(alarmTo).toContain(ORGANISER)
}, 120_000)

const faultsWords = {
  file: 'src/web/faults.ts',
  from: 'route: req.route?.path, ...sayError(error)',
  to: 'route: req.route?.path, err: error',
}
const address = { file: 'src/web/log.ts', from: "req.route?.path ?? 'none'", to: 'req.originalUrl' }
test.each([
  ["a fault's own words in the log", faultsWords],
  ['an address in the log instead of a route', address],
])('partner: %s names a person', async (_, change) => {
  const found = await askChanged('noPersonRun.ts', lookForPersons, [change])
  expect(found.logs).toBeGreaterThan(0)
  expect({ ...found, logs: 0 }).toMatchObject(NOWHERE)
})
