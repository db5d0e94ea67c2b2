import { writeSync } from 'node:fs'

/** The p-th part (0.99) of some numbers in order, nearest rank; 0 of none. */
export const percentile = (numbers: number[], p: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? 0
}

/** The middle one of some numbers. */
export const median = (numbers: number[]): number => percentile(numbers, 0.5)

/** Prints a promise's figures in one line, past jest, which would fold it. */
export const sayFigures = (promise: string, figures: Record<string, number | string>): void => {
  const words = Object.entries(figures).map(
    ([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`,
  )
  writeSync(2, `${promise}: ${words.join(', ')}\n`)
}
