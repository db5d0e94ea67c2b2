import type { FieldFacts } from '../../src/pdf/found/inspect.ts'

const PANGRAMS = [
  'Łódź, Žižkov, Ștefan, İğdır, Nguyễn Thị Phượng, Ægir, þórr, ŵyr, ſtraße, Ĳssel, ĳs, Ħal, ŒUVRE, Ǆep',
  'Ελένη Παπαδοπούλου, ᾠδή, Ἀθῆναι; Дарья Ёлкина, Їжак, Ђорђе, Љубав, Ғалым, Ѓорѓи',
]

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte'

/** About as much as a box of a size in points can hold at the smallest size of its letters, with room to spare. */
const fitting = (width: number, height: number, multiline: boolean, maxLength: number): string => {
  const letters = Math.floor((width - 10) / (9 * 0.62))
  const lines = multiline ? Math.max(1, Math.floor((height - 8) / (9 * 1.36))) : 1
  const most = Math.max(1, Math.floor(letters * lines * (lines > 1 ? 0.8 : 1)))
  const text = 'nine of ten words fit '.repeat(Math.ceil(most / 20)).slice(0, most)
  return (maxLength > 0 ? text.slice(0, maxLength) : text).trim() || 'n'
}

/** Points: a box smaller than this need hold no letter. */
const [NARROWEST, LOWEST] = [40, 13]

/** The kinds of text that there are. */
export const KINDS = 7

/** One of the worst texts that people write into a field, the kind by `turn`; `fits` where its box can hold all of it. */
export const worstText = (
  { multiline, maxLength = 0 }: Pick<FieldFacts, 'multiline' | 'maxLength'>,
  { width, height }: { width: number; height: number },
  turn: number,
): { text: string; fits: boolean } => {
  const sentences = Array.from({ length: multiline ? 60 : 12 }, (_, at) => `${at}. far too long ${turn} – Żółć.`)
  const texts = [
    fitting(width, height, multiline === true, maxLength),
    sentences.join(' '),
    PANGRAMS.join('\n').slice((turn * 7) % 40),
    `\n\nfirst ${turn}\n\n\n  \nlast\n`,
    `${LONG_WORD}${turn}`,
    `"q" 'a' \\ \\\\( (a (b) [c] {d} <e> <</V /Off>> %%EOF #20 endobj stream ${turn} \\) \\n`,
    `   leading and  double   and trailing ${turn}   `,
  ]
  const kind = turn % KINDS
  return { text: texts[kind] ?? '', fits: kind === 0 && width >= NARROWEST && height >= LOWEST }
}
