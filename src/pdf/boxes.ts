import { z } from 'zod'

/** A text field of the form, by its full name; sizes in points, text is set at `size` and never below `minimum`. */
const write = z.strictObject({
  field: z.string().min(1),
  size: z.number().min(9).max(14).default(10),
  minimum: z.number().min(9).max(14).default(9),
})

/** A state of a button on the form: the field's full name and the export value that means "chosen". */
const tick = z.strictObject({ field: z.string().min(1), value: z.string().min(1) })

/** Where one question's answer goes: written into a place, or ticked, a place for each option id. */
export const box = z.union([z.strictObject({ write }), z.strictObject({ tick: z.record(z.string(), tick) })])

/** The shape of a pack's boxes.json: a box for each question id, and places for marks that are nobody's answer. */
export const boxes = z.strictObject({
  answers: z.record(z.string(), box),
  marks: z.strictObject({ reference: write.optional() }).default({}),
})

export type WriteBox = z.infer<typeof write>
export type TickBox = z.infer<typeof tick>
export type Box = z.infer<typeof box>
export type Boxes = z.infer<typeof boxes>
