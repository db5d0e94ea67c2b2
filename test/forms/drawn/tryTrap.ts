import { fill } from '../../../src/pdf/fill.ts'
import { type FillProblem, fillForm } from '../../../src/pdf/fillForm.ts'
import type { Answers } from '../../../src/questionnaire/answers.ts'
import { type ReleaseTask, release } from '../../../src/workers/release.ts'
import { fonts } from '../../pdf/fonts.ts'
import { pageTexts } from '../../pdf/paper.ts'
import { type Read, readWithPikepdf } from '../reader/pikepdf.ts'
import type { Trap } from './trap.ts'

type Filled = {
  official: Uint8Array
  bytes: Uint8Array
  final: Uint8Array
  base: 'original' | 'resaved'
  /** What PDFium does not see on either copy, and what poppler reads on the final one. */
  missing: unknown[]
  poppler: string
  /** Whether the same answers gave the same bytes. */
  again: boolean
  before: Read
  read: Read
  readFinal: Read
}

/** What came of a trap: a filled form, problems with its values, or an error. */
export type Outcome = { name: string; trap: Trap } & (
  | { filled: Filled }
  | { problems: FillProblem[] }
  | { error: Error }
)

type Unread = Omit<Filled, 'before' | 'read' | 'readFinal'>

const marks = { reference: null, title: 'Form' }

// What is asked goes by the fields' names, so that the values are the answers; one of several is one.
const answersOf = ({ values }: Trap): Answers =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) && value.length === 1 ? value[0] : value,
    ]),
  ) as Answers

const tryOne = async (name: string, trap: Trap) => {
  const official = new Uint8Array(await trap.make())
  const made = await fillForm(official, trap.values, fonts)
  if (!('filled' in made)) return { problems: made.problems }
  const { prepared, filled } = made
  const final = fill(prepared, answersOf(trap), marks, 'final')
  const look = (copy: string, { head, tail, expected }: Omit<ReleaseTask, 'form'>) =>
    release({ head, tail, expected, form: `${name} ${copy}` })
  const seen = [await look('fillable', filled), await look('final', final)]
  const again = fill(prepared, answersOf(trap), marks)
  const unread: Unread = {
    official,
    bytes: filled.bytes,
    final: final.bytes,
    base: prepared.imported.base,
    missing: seen.flatMap(({ missing }) => missing),
    poppler: trap.words.length > 0 ? (await pageTexts(final.bytes)).join('\n') : '',
    again: Buffer.compare(again.bytes, filled.bytes) === 0,
  }
  return { unread }
}

/** Fills every trap, and has an independent reader read all that came of it in one go. */
export const tryTraps = async (traps: Record<string, Trap>): Promise<Outcome[]> => {
  const tried: { name: string; trap: Trap; came: Awaited<ReturnType<typeof tryOne>> | { error: Error } }[] = []
  for (const [name, trap] of Object.entries(traps)) {
    tried.push({ name, trap, came: await tryOne(name, trap).catch((error: Error) => ({ error })) })
  }
  const files = tried.flatMap(({ came }) =>
    'unread' in came && came.unread ? [came.unread.official, came.unread.bytes, came.unread.final] : [],
  )
  const reads = await readWithPikepdf(files)
  return tried.map(({ name, trap, came }): Outcome => {
    if (!('unread' in came) || !came.unread) return { name, trap, ...(came as { error: Error }) }
    const [before, read, readFinal] = reads.splice(0, 3) as [Read, Read, Read]
    return { name, trap, filled: { ...came.unread, before, read, readFinal } }
  })
}
