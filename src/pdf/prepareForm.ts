import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { saveBase } from './base.ts'
import type { Boxes, TickBox } from './boxes.ts'
import { COVERAGE, codePointsOf, HEADINGS } from './coverage.ts'
import { embedTypeface } from './embedTypeface.ts'
import { type FormField, fieldsOf } from './formFields.ts'
import { missingFrom } from './missingCharacters.ts'
import { openForm } from './openForm.ts'
import type { PreparedForm, TickingPlace } from './preparedForm.ts'
import { takeOutActive } from './takeOutActive.ts'
import { giveTicks } from './tickAppearance.ts'
import { makeTypeface } from './typeface.ts'
import { UnprintableText } from './unprintableText.ts'
import { type WritingPlace, writingPlace } from './writingPlace.ts'

export type { PreparedForm } from './preparedForm.ts'

const tickingPlace = ({ field: name, value }: TickBox, fields: Map<string, FormField>): TickingPlace => {
  const field = fields.get(name)
  const widgets = field?.widgets.filter((widget) => widget.value === value) ?? []
  if (!field || !widgets[0]) throw new Error(`"${name}" has no state "${value}" on the form`)
  return { field, state: widgets[0].state, widgets }
}

const findPlaces = ({ answers, marks }: Boxes, fields: Map<string, FormField>) => {
  const writing: WritingPlace[] = []
  const ticking: PreparedForm['ticking'] = {}
  for (const [question, box] of Object.entries(answers)) {
    if ('write' in box) writing.push(writingPlace(question, box.write, fields.get(box.write.field)))
    else {
      const ticks = Object.entries(box.tick).map(([option, tick]) => [option, tickingPlace(tick, fields)] as const)
      ticking[question] = Object.fromEntries(ticks)
    }
  }
  if (marks.reference) writing.push(writingPlace(null, marks.reference, fields.get(marks.reference.field)))
  return { writing, ticking }
}

/** Reads the official form once, embeds the fonts and finds every box; throws when the pack is not sound. */
export const prepareForm = async (pack: {
  official: Uint8Array
  boxes: Boxes
  questionnaire: Questionnaire
  fonts: { regular: Uint8Array; bold: Uint8Array }
}): Promise<PreparedForm> => {
  const { official, boxes, questionnaire, fonts } = pack
  const words = questionsOf(questionnaire).map(({ number, text }) => `${number ?? ''} ${text}`.normalize('NFC'))
  const regular = await makeTypeface('NotoSans-Regular', fonts.regular, codePointsOf(COVERAGE))
  const bold = await makeTypeface('NotoSans-Bold', fonts.bold, codePointsOf(HEADINGS, words.join('')))
  const missing = missingFrom(bold, words.join(''))
  if (missing.length > 0) throw new UnprintableText('the words of the questions', missing)
  const form = await openForm(official)
  takeOutActive(form)
  const fields = new Map(fieldsOf(form).map((field) => [field.name, field]))
  giveTicks(form, [...fields.values()])
  const fontRefs = { regular: embedTypeface(form, regular), bold: embedTypeface(form, bold) }
  const base = await saveBase(form, official, fontRefs)
  const pages = form.getPages().map((page) => page.getSize())
  return { questionnaire, boxes, pages, regular, bold, ...findPlaces(boxes, fields), base }
}
