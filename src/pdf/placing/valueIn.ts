import type { Answers } from '../../questionnaire/answers.ts'
import type { WritingPlace } from '../boxes/writingPlace.ts'
import type { Marks } from './place.ts'

/**
 * What a field's value becomes: the whole answer as it was given (NFC, lone surrogates aside), spaces at its ends too, or the
 * entries of a list that it chooses; empty where nothing was said. A value that reads back is what was typed, whatever its paper shows.
 */
export const valueIn = (
  { question, entries, field }: WritingPlace,
  answers: Answers,
  marks: Marks,
): string | string[] => {
  const answer = question === null ? marks.reference : answers[question]
  const parts = [answer ?? ''].flat()
  const text = parts.join('\n').toWellFormed().normalize('NFC')
  if (!entries) return text.trim() === '' ? '' : text
  const values = parts.flatMap((option) => entries[option]?.value ?? [])
  return field?.several && values.length > 1 ? values : (values[0] ?? '')
}
