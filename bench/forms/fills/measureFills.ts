import { median } from '../../../test/promises/figures.ts'
import { type Child, startChild } from '../children/child.ts'
import { type FormKind, formKinds } from '../material/drawForm.ts'
import { textPlaces } from '../material/places.ts'
import { responseOf, type Text, texts } from '../material/responses.ts'
import { onPaper } from '../paper.ts'
import { type Listed, peerList } from '../peers/list.ts'
import type { Row } from '../rows.ts'
import type { FormRun } from '../run.ts'
import { fontsEmbedded } from './fontsEmbedded.ts'

type Turn = { each: number; bytes: number }
type Runner = { listed: Listed; child: Child; turns: Turn[] }

const SAMPLES = [7, 42]

const plan = (quick: boolean) =>
  quick ? { rounds: 2, warmUp: 300, turn: 100 } : { rounds: 5, warmUp: 1500, turn: 400 }

const start = async (listed: Listed, words: string[]): Promise<Runner> => {
  const child = await startChild('fills/fillProcess.ts', [listed.name, ...words])
  return { listed, child, turns: [] }
}

/** What others see in some of its forms, in the worst of them; nothing of what is no PDF of a response. */
const lookAt = async ({ listed, child }: Runner, text: Text): Promise<Pick<Row, 'paper' | 'embedded'>> => {
  if (listed.role === 'part' || listed.role === 'floor') return { paper: null, embedded: null }
  const found: number[] = []
  let embedded = true
  for (const n of SAMPLES) {
    const bytes = await child.ask<Uint8Array>('sample', n)
    found.push(await onPaper(bytes, responseOf(text, n)))
    embedded &&= await fontsEmbedded(bytes)
  }
  return { paper: `${Math.min(...found)}/${textPlaces.length}`, embedded }
}

const paceOf = (turns: Turn[]) => {
  const medianMs = median(turns.map(({ each }) => each))
  return { perSecond: 1000 / medianMs, medianMs }
}

const rowOf = async (form: FormKind, text: Text, runner: Runner): Promise<Row> => ({
  work: 'fill',
  form,
  text,
  name: runner.listed.name,
  ...paceOf(runner.turns),
  bytes: runner.turns[0]?.bytes ?? 0,
  peakMiB: await runner.child.ask<number>('peakMiB'),
  ...(await lookAt(runner, text)),
})

const measureOne = async ({ forms, quick }: FormRun, form: FormKind, text: Text): Promise<Row[]> => {
  const { rounds, warmUp, turn } = plan(quick)
  const runners: Runner[] = []
  try {
    for (const peer of peerList.filter(({ fills }) => fills.includes(form)))
      runners.push(await start(peer, [form, text, forms[form]]))
    for (const { child } of runners) await child.ask('turn', warmUp)
    for (let round = 0; round < rounds; round += 1)
      for (const { child, turns } of runners) turns.push(await child.ask<Turn>('turn', turn))
    const rows: Row[] = []
    for (const runner of runners) rows.push(await rowOf(form, text, runner))
    return rows
  } finally {
    await Promise.all(runners.map(({ child }) => child.end()))
  }
}

/** Everybody fills the same form with the same answers, a process each, taking turns on one core; the middle round counts. */
export const measureFills = async (run: FormRun): Promise<Row[]> => {
  const rows: Row[] = []
  for (const form of formKinds) for (const text of texts) rows.push(...(await measureOne(run, form, text)))
  return rows
}
