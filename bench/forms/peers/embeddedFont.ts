import { formFonts } from '../../../src/consultation/formFonts.ts'
import { COVERAGE, codePointsOf } from '../../../src/pdf/setting/coverage.ts'
import { subset } from '../../../src/pdf/setting/subset.ts'

/** The font that every peer embeds: Noto Sans, cut once to the letters that our own forms carry, as TrueType. */
export const embeddedFont = async (): Promise<Uint8Array> => subset((await formFonts()).regular, codePointsOf(COVERAGE))

/** The size that every peer sets text at, in points. */
export const SIZE = 10
