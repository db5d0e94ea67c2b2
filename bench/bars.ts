/** A measured figure, the bar it is held to, and whether it clears it. */
export type Figure = { what: string; found: string; bar: string; clears: boolean }

const rounded = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)))

/** A figure that must not exceed its bar. */
export const atMost = (what: string, value: number, bar: number, unit: string): Figure => ({
  what,
  found: `${rounded(value)} ${unit}`,
  bar: `≤ ${bar} ${unit}`,
  clears: value <= bar,
})

/** A figure that must reach its bar. */
export const atLeast = (what: string, value: number, bar: number, unit: string): Figure => ({
  what,
  found: `${rounded(value)} ${unit}`,
  bar: `≥ ${bar} ${unit}`,
  clears: value >= bar,
})

/** A figure that is told and held to nothing. */
export const told = (what: string, value: number, unit: string): Figure => ({
  what,
  found: `${rounded(value)} ${unit}`,
  bar: '',
  clears: true,
})

/** Figures as a Markdown table. */
export const tableOf = (figures: Figure[]): string =>
  ['| measured | found | bar | |', '|---|---|---|---|']
    .concat(
      figures.map(({ what, found, bar, clears }) => `| ${what} | ${found} | ${bar} | ${clears ? '' : 'MISSED'} |`),
    )
    .join('\n')
