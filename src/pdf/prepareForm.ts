import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { Boxes } from './boxes/boxes.ts'
import { shownSize } from './boxes/surface.ts'
import type { Places, PreparedForm } from './copies/preparedForm.ts'
import { prepareFillable } from './copies/prepareFillable.ts'
import { prepareFinal } from './copies/prepareFinal.ts'
import { importForm } from './found/importForm.ts'
import { COVERAGE, codePointsOf, HEADINGS } from './setting/coverage.ts'
import { makeTypeface } from './setting/makeTypeface.ts'
import { missingFrom } from './setting/missingCharacters.ts'
import { UnprintableText } from './setting/unprintableText.ts'

export type { CopyName, PreparedForm } from './copies/preparedForm.ts'

const groupPlaces = ({ writing }: Places): PreparedForm['placesOf'] => {
  const groups: PreparedForm['placesOf'] = new Map()
  for (const [index, { question }] of writing.entries()) groups.set(question, [...(groups.get(question) ?? []), index])
  return groups
}

/** Reads the official form once and makes both copies ready for answers; throws when the pack is not sound. */
export const prepareForm = async (pack: {
  official: Uint8Array
  boxes: Boxes
  questionnaire: Questionnaire
  fonts: { regular: Uint8Array; bold: Uint8Array }
  title?: string
  language?: string
}): Promise<PreparedForm> => {
  const { official, boxes, questionnaire, fonts, title = 'Form', language = 'en-GB' } = pack
  const words = questionsOf(questionnaire).map(({ number, text }) => `${number ?? ''} ${text}`.normalize('NFC'))
  const regular = await makeTypeface('NotoSans-Regular', fonts.regular, codePointsOf(COVERAGE))
  const bold = await makeTypeface('NotoSans-Bold', fonts.bold, codePointsOf(HEADINGS, words.join('')))
  const missing = missingFrom(bold, words.join(''))
  if (missing.length > 0) throw new UnprintableText('the words of the questions', missing)
  const imported = await importForm(official)
  const faces = { regular, bold }
  const { places, pages, ...fillable } = await prepareFillable(imported, boxes, faces, { title, language })
  const final = await prepareFinal(imported, boxes, faces, { title, language })
  const { base, because } = imported
  return {
    questionnaire,
    boxes,
    pages: pages.map(shownSize),
    ...faces,
    ...places,
    placesOf: groupPlaces(places),
    imported: { base, because },
    copies: { fillable, final },
  }
}
