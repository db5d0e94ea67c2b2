import type { Box, Boxes, TickBox } from '../../../src/pdf/boxes/boxes.ts'
import type { Answers } from '../../../src/questionnaire/answers.ts'
import type { Question, Questionnaire } from '../../../src/questionnaire/questionnaire.ts'
import type { FormKind } from '../material/drawForm.ts'
import { type Area, type ButtonPlace, buttonPlaces, textPlaces } from '../material/places.ts'
import type { Response } from '../material/responses.ts'
import { SIZE } from './embeddedFont.ts'

const groups = Map.groupBy(buttonPlaces, ({ group }) => group)

/** Ticks of a group are told apart by their field, choices by what they export. */
const optionOf = ({ kind, name, option }: ButtonPlace) => (kind === 'tick' ? name : option)

const asked = { wording: 'ours', text: 'What would you like to say?' } as const

const choiceOf = (id: string, buttons: ButtonPlace[]): Question => {
  const options = buttons.map((button) => ({ id: optionOf(button), label: optionOf(button) }))
  const kind = buttons[0]?.kind === 'tick' ? 'any-of' : 'one-of'
  return { kind, id, ...asked, options, optionsWording: 'ours' }
}

/** The bench's form as a pack asks it: 24 questions for text, then ticks and choices. */
export const questionnaire: Questionnaire = {
  pages: [
    {
      id: 'all',
      title: 'All',
      prompts: [],
      facts: [],
      questions: [
        ...textPlaces.map(({ name }): Question => ({ kind: 'text', id: name, ...asked })),
        ...[...groups].map(([id, buttons]) => choiceOf(id, buttons)),
      ],
    },
  ],
}

/** Where the answers go: by the names of fields, or on flat pages by areas and spots. */
export const boxesFor = (form: FormKind): Boxes => {
  const where = (name: string, area: Area) => (form === 'fillable' ? { field: name } : { area })
  const tick = ({ name, option, area }: ButtonPlace): TickBox =>
    form === 'fillable' ? { field: name, value: option } : { spot: area }
  const texts = textPlaces.map(({ name, area }): [string, Box] => [
    name,
    { write: { ...where(name, area), size: SIZE, minimum: 9 } },
  ])
  const ticks = [...groups].map(([id, buttons]): [string, Box] => [
    id,
    { tick: Object.fromEntries(buttons.map((button) => [optionOf(button), tick(button)])) },
  ])
  return { answers: Object.fromEntries([...texts, ...ticks]), marks: {} }
}

/** A response as the product keeps it. */
export const answersOf = ({ texts, buttons }: Response): Answers => {
  const chosen = [...groups].map(([id, places]): [string, string | string[]] => {
    const options = places.filter(({ name, option }) => buttons[name] === option).map(optionOf)
    return [id, places[0]?.kind === 'tick' ? options : (options[0] ?? '')]
  })
  return { ...texts, ...Object.fromEntries(chosen) }
}
