import type { PageViews } from '../../src/pages/views.ts'

type TrayPages = Pick<PageViews, 'tray' | 'tray-run' | 'day'>

/** A view for each page of the tray, and of the day, with as little in it as there can be. */
export const emptyTrayViews: TrayPages = {
  tray: {
    ...{
      stall: 'S',
      tray: '/stall/tray',
      back: '/stall',
      waiting: [],
      together: 0,
      many: false,
      cannot: [],
      printed: [],
    },
    ...{ sides: 'two', closed: false, over: false, done: null },
  },
  'tray-run': {
    ...{ tray: '/stall/tray', responses: [], run: '/stall/tray/run', sheets: 'nothing to print', sides: 'one' },
    ...{ file: '/stall/tray/run.pdf', left: [] },
  },
  day: {
    ...{ stall: 'S', place: 'P', day: 'Today', back: '/stall', warm: 'Nobody has come yet.', other: null, lanes: [] },
    ...{ bar: '70%', hours: [], crowded: false },
  },
}

const references = ['K7MQ2FTD', 'H3KX9WRA', '00N4TQCY', 'WWWWMMMM']
const grouped = (reference: string) => `${reference.slice(0, 4)}-${reference.slice(4)}`
const row = (printed: string | null) => (reference: string, at: number) => ({
  ...{ reference, grouped: grouped(reference), at: `14:0${at}`, card: 12 - at, printed, link: at % 2 === 0 },
})
const why =
  'The form’s letters do not include 😀. The words are kept whole. Ask its person to put them in another way, by their link; or tell the organiser this reference.'

const count = [2, 0, 11, 7, 128, 1]
const bars = count.map((many, at) => ({
  ...{
    x: `${at * 16.67 + 2.5}%`,
    middle: `${at * 16.67 + 8.33}%`,
    y: `${100 - many / 1.5}%`,
    height: `${many / 1.5}%`,
    count: many,
  },
}))

/** A view for each of them with everything in it, at its longest. */
export const fullTrayViews: TrayPages = {
  tray: {
    ...{ stall: 'Heathway, outside the library', tray: '/stall/tray', back: '/stall' },
    ...{ waiting: references.map(row(null)), together: 4, many: true, cannot: [{ grouped: 'ACDE-FGHJ', why }] },
    ...{ printed: references.map(row('14:31')), sides: 'two', closed: true, over: false },
    done: '4 responses are ticked off.',
  },
  'tray-run': {
    ...{ tray: '/stall/tray', responses: references.map(row(null)), run: `/stall/tray/run?of=${references.join('.')}` },
    ...{ sheets: '12 sheets, printed on both sides', sides: 'two' },
    ...{ file: '/stall/tray/run.pdf?of=K7MQ2FTD&sides=two', left: [{ grouped: 'ACDE-FGHJ', why }] },
  },
  day: {
    ...{ stall: 'Heathway, outside the library', place: 'Heathway Shopping Centre', day: 'Saturday 30 September 2017' },
    ...{ back: '/stall', warm: '149 people said what they think today.' },
    other: 'On other days: 2 began, 1 finished, 1 printed, 0 given to us to send.',
    lanes: ['began', 'finished', 'printed', 'given to us to send'].map((label) => ({
      label,
      total: '149',
      bars,
    })),
    ...{ bar: '11.67%', crowded: true },
    hours: count.map((many, at) => ({
      ...{ hour: `${at + 10}:00`, label: at % 2 === 0 ? `${at + 10}` : null, middle: `${at * 16.67 + 8.33}%` },
      ...{ started: many, finished: many, printed: many, sent: many },
    })),
  },
}
