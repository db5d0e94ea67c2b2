import { subset } from './subset.ts'
import { type Typeface, typefaceOf } from './typeface.ts'

/** Makes a typeface of a TrueType font and the code points to keep of it. */
export const makeTypeface = async (name: string, bytes: Uint8Array, codePoints: Set<number>): Promise<Typeface> =>
  typefaceOf(name, await subset(bytes, codePoints))
