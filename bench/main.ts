import { type Figure, tableOf } from './bars.ts'
import { type Asked, readWords, WrongWords } from './commandLine.ts'
import { measureDownloads } from './downloads.ts'
import { benchForms } from './forms.ts'
import { measureJourneys } from './journeys.ts'
import { measurePages } from './pages.ts'
import { measureSaves } from './saves.ts'
import { measureTablets } from './tablet.ts'

// npm run bench: every figure, on this machine, against its bar; names on the command line choose some of them.
// It ends with 0 when all bars are cleared, 1 when one was missed, 2 when it was asked for something that there is not.

const printed = async (name: string, measure: () => Promise<Figure[]>): Promise<Figure[]> => {
  const figures = await measure()
  console.log(`\n${name}\n\n${tableOf(figures)}`)
  return figures
}

const measurements: Record<string, (asked: Asked) => Promise<Figure[]>> = {
  forms: ({ json, quick }) => benchForms(json, quick),
  pages: () => printed('pages', measurePages),
  saves: () => printed('saves', measureSaves),
  journeys: () => printed('journeys', measureJourneys),
  downloads: () => printed('downloads', measureDownloads),
  tablet: () => printed('tablet', measureTablets),
}

try {
  const asked = readWords(process.argv.slice(2), Object.keys(measurements))
  let missed = 0
  for (const name of asked.names) {
    const figures = (await measurements[name]?.(asked)) ?? []
    missed += figures.filter(({ clears }) => !clears).length
  }
  process.exitCode = missed > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof WrongWords)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
