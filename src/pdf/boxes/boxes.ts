import { z } from 'zod'

const points = z.number().nonnegative()

/** A rectangle on a page as readers show it: pages count from 1, points from the page's top left corner. */
const area = z.strictObject({
  page: z.number().int().positive(),
  x: points,
  y: points,
  width: z.number().positive(),
  height: z.number().positive(),
})

const sizes = { size: z.number().min(9).max(14).default(10), minimum: z.number().min(9).max(14).default(9) }

/** A text field of the form by its full name, or an area of a page; text is set at `size` points and never below `minimum`. */
const write = z.union([z.strictObject({ field: z.string().min(1), ...sizes }), z.strictObject({ area, ...sizes })])

/** What means "chosen": a field's full name and what it exports then, or a spot of a page that is ticked. */
const tick = z.union([
  z.strictObject({ field: z.string().min(1), value: z.string().min(1) }),
  z.strictObject({ spot: area }),
])

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
