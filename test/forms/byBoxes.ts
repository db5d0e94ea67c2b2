import type { Area } from '../../src/pdf/boxes/surface.ts'
import { type FilledForm, fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import type { Question } from '../../src/questionnaire/questionnaire.ts'
import { fonts } from '../pdf/fonts.ts'

/** Where to write and to tick on a page without fields. */
export type Place = { write: Area; spot: Area }

const ours = { wording: 'ours' } as const

/** Fills a form by areas and spots of its pages: a text in each area, a tick on each spot. */
export const fillByBoxes = async (
  official: Uint8Array,
  places: Place[],
  textFor: (index: number) => string,
): Promise<{ fillable: FilledForm; final: FilledForm }> => {
  const questions = places.flatMap((_, index): Question[] => [
    { kind: 'text', id: `text-${index}`, text: `Text ${index}`, ...ours },
    {
      kind: 'one-of',
      id: `tick-${index}`,
      text: `Tick ${index}`,
      options: [{ id: 'yes', label: 'Yes' }],
      optionsWording: 'ours',
      ...ours,
    },
  ])
  const boxes = places.flatMap(({ write, spot }, index) => [
    [`text-${index}`, { write: { area: write, size: 10, minimum: 9 } }] as const,
    [`tick-${index}`, { tick: { yes: { spot } } }] as const,
  ])
  const prepared = await prepareForm({
    official,
    boxes: { answers: Object.fromEntries(boxes), marks: {} },
    questionnaire: { pages: [{ id: 'all', title: 'All', prompts: [], facts: [], questions }] },
    fonts,
    title: 'Form',
  })
  const answers = Object.fromEntries(
    places.flatMap((_, index) => [
      [`text-${index}`, textFor(index)],
      [`tick-${index}`, 'yes'],
    ]),
  )
  const marks = { reference: null, title: 'Form' }
  return { fillable: fill(prepared, answers, marks), final: fill(prepared, answers, marks, 'final') }
}
