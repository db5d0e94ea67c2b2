import { readFileSync } from 'node:fs'
import { consultationFile } from '../../src/consultation/consultation.ts'
import type { QuestionView } from '../../src/pages/questionViews.ts'
import type { LayoutView } from '../../src/pages/viewParts.ts'
import { type Question, questionnaire } from '../../src/questionnaire/questionnaire.ts'

/** A file of the bundled pack. */
export const pack = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/consultations/mopac-2017/${file}`, import.meta.url), 'utf8'))

export const consultation = consultationFile.parse(pack('consultation.json'))
export const pages = questionnaire.parse(pack('questionnaire.json')).pages

/** A layout before the closing, with nothing to put right. */
export const layout: LayoutView = {
  consultation: { ...consultation, mark: consultation.mark ?? null },
  closing: { day: 'Friday 6 October 2017', time: '5:30pm, UK time', left: '11 days left', passed: false },
  rehearsal: null,
  token: 'token-of-this-page',
  open: false,
  sent: false,
  problems: [],
  notice: null,
  stall: null,
}

/** The same after the closing, in a rehearsal, with a problem and a notice. */
export const lateLayout: LayoutView = {
  ...layout,
  closing: { ...layout.closing, left: null, passed: true },
  rehearsal: 'Rehearsal: the clock says 6:12pm on Friday 6 October 2017. Nothing leaves this machine.',
  open: true,
  sent: true,
  problems: [
    { field: 'q4', text: 'Choose only one answer here.' },
    { field: 'agree', text: 'Tick the box if you agree. Without it we may not keep your answers.' },
    { field: 'code', text: 'We could not find answers for this code.' },
    { field: 'form', text: 'We could not read this file as a PDF.' },
  ],
  notice: 'This page had stood open for a long time. Your words are still here: please press the button once more.',
}

const asksOf = ({ wording }: Question) =>
  ({ published: 'MOPAC asks', reconstructed: 'MOPAC asked about this; the words are ours', ours: null })[wording]

/** A question as its template gets it; an option is chosen when the value is its id. */
export const asQuestion = (question: Question, value = '', problem: string | null = null): QuestionView => ({
  ...question,
  asks: asksOf(question),
  value,
  choices: 'options' in question ? question.options.map((o) => ({ ...o, chosen: o.id === value })) : [],
  problem,
  fit: question.kind === 'text' ? { share: value.length / 600, runsOn: value.length > 600, field: question.id } : null,
})

export const longText = `I use the counter at Dagenham twice a month. ${'My mother does not own a computer, and the walk to Barking is beyond her. '.repeat(12)}\n\nŁukasz Żółć, Ștefan and Nguyễn say the same: £4 for the bus – that’s too much.`
