/** Several things that keep the product from starting, as one text. */
export class CannotStart extends Error {}

/** Waits for all and throws what went wrong with any, so that nobody mends one problem to meet the next. */
export const allOrEveryProblem = async <T extends readonly unknown[]>(
  parts: { [K in keyof T]: Promise<T[K]> },
): Promise<T> => {
  const settled = await Promise.allSettled(parts)
  const problems = settled.flatMap((one) =>
    one.status === 'rejected' ? [String(one.reason?.message ?? one.reason)] : [],
  )
  if (problems.length > 0) throw new CannotStart(problems.join('\n\n'))
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as unknown as T
}
