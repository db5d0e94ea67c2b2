/** A box to write in, to be made into a form field; `says` is read out before one writes. */
export type WritePlace = {
  kind: 'write'
  field: string
  says: string
  lines: 'one' | 'many'
  size: number
}

/** A box to tick, by its question's and option's ids; `says` is the question as read out, `label` the option. */
export type TickPlace = {
  kind: 'tick'
  group: 'one-of' | 'any-of'
  question: string
  option: string
  says: string
  label: string
}

export type Place = WritePlace | TickPlace
