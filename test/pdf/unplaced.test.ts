import type { Placement } from '../../src/pdf/placing/placement.ts'
import { unplaced } from '../../src/pdf/placing/unplaced.ts'
import { questionnaire } from './drawForm.ts'
import { fillIn, ofLength } from './filledForm.ts'

const missed = (answers: Record<string, string | string[]>, placements: Placement[]) =>
  unplaced(questionnaire, answers, placements).map(({ id }) => id)

const everything = { why: ofLength(9000), name: 'Łukasz', as: 'resident' }

test('what fill places is all that was answered, however long', async () => {
  for (const length of [10, 400, 3000, 20_000]) {
    const answers = { ...everything, why: ofLength(length) }
    expect(missed(answers, fillIn(answers).placements)).toEqual([])
  }
})

test('a line that was lost anywhere is missed, and so is a tick', async () => {
  const { placements } = fillIn(everything)
  const without = (drop: (placed: Placement) => Placement[]) => missed(everything, placements.flatMap(drop))
  const lastLine = (placed: Placement) =>
    placed.kind === 'continued' ? [{ ...placed, lines: placed.lines.slice(0, -1) }] : [placed]
  const firstLine = (placed: Placement) =>
    placed.kind === 'written' && placed.question === 'why' ? [{ ...placed, lines: placed.lines.slice(1) }] : [placed]
  expect(without(lastLine)).toEqual(['why'])
  expect(without(firstLine)).toEqual(['why'])
  expect(without((placed) => (placed.kind === 'ticked' ? [] : [placed]))).toEqual(['as'])
})

test('a tick that nobody chose is missed, whether or not the question was answered', () => {
  const { placements } = fillIn({ agree: 'yes', as: ['worker'] })
  const missing = (answers: Record<string, string | string[]>) => missed(answers, placements)
  expect(missing({ agree: 'yes', as: ['worker'] })).toEqual([])
  expect(missing({ agree: 'no', as: ['worker'] })).toEqual(['agree'])
  expect(missing({ as: ['worker', 'resident'] })).toEqual(['as', 'agree'])
})
