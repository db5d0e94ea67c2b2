/** Work that is done one after the other, in the order in which it came; what fails holds up nothing. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A line for such work. */
export const makeLine = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next
    return next
  }
}
