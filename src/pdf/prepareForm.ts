import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Boxes } from './boxes.ts'

export type PreparedForm = { questionnaire: Questionnaire; boxes: Boxes }

/** Reads the official form once, embeds the fonts and finds every box; throws when the pack is not sound. */
export const prepareForm = async (_pack: {
  official: Uint8Array
  boxes: Boxes
  questionnaire: Questionnaire
  fonts: { regular: Uint8Array; bold: Uint8Array }
}): Promise<PreparedForm> => {
  throw new Error('not yet')
}
