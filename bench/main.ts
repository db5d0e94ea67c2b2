import { type Figure, tableOf } from './bars.ts'
import { measureDownloads } from './downloads.ts'
import { measureJourneys } from './journeys.ts'
import { measurePages } from './pages.ts'
import { measureSaves } from './saves.ts'

// npm run bench: every load figure, on this machine, against its bar; names on the command line choose some of them.

const measurements: Record<string, () => Promise<Figure[]>> = {
  pages: measurePages,
  saves: measureSaves,
  journeys: measureJourneys,
  downloads: measureDownloads,
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in measurements))
if (unknown.length > 0)
  throw new Error(`Choose from ${Object.keys(measurements).join(', ')}, not ${unknown.join(', ')}`)

let missed = 0
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const figures = await measure()
  missed += figures.filter(({ clears }) => !clears).length
  console.log(`\n${name}\n\n${tableOf(figures)}`)
}
process.exitCode = missed > 0 ? 1 : 0
