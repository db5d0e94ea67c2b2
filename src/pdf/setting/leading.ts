/** From a box's top to its first baseline, as a share of the size: room for Ễ. */
export const ASCENT = 0.95

/** From a baseline to the foot of a g, as a share of the size. */
export const DESCENT = 0.27

/** From line to line, as a share of the size. */
export const LEADING = 1.3
