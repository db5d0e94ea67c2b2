/** How many letters to add, take out or change to make one word of the other (Levenshtein, 1965). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (let to = 1; to <= other.length; to++) {
      const change = row[to - 1]! + (letter === other[to - 1] ? 0 : 1)
      next.push(Math.min(row[to]! + 1, next[to - 1]! + 1, change))
    }
    row = next
  }
  return row[other.length]!
}

/** The names that are most like a mistyped one, the likeliest first; three at most. */
export const nearest = (typed: string, names: string[]): string[] =>
  names
    .map((name) => ({ name, far: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name)
