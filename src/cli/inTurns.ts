/** Does a work for each of a list, a few at once, and answers what came of them in the list's order. */
export const inTurns = async <One, Result>(
  list: One[],
  atOnce: number,
  work: (one: One) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = []
  const left = list.entries()
  const workOn = async () => {
    for (const [at, one] of left) results[at] = await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, workOn))
  return results
}
