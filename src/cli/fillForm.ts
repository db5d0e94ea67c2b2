import { z } from 'zod'
import { readJson } from '../consultation/readJson.ts'
import type { CopyName } from '../pdf/fill.ts'
import type { FormValues } from '../pdf/formValues.ts'
import type { Mismatch } from '../pdf/seeing/readBack.ts'
import { fillForeignForm } from '../workers/foreignPdf.ts'
import { copyOption } from './copyOption.ts'
import { counted } from './counted.ts'
import { lostWords } from './lostWords.ts'
import { typedPath } from './paths.ts'
import { readNamed } from './readNamed.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'
import { stopWith } from './stop.ts'
import { expectFolderFor, writeWhole } from './writeWhole.ts'

type Options = { values: string; out: string; copy: CopyName }

const MORE = `
The values are {"field name": "text" | "export value" | ["export value", …]}; inspect prints the names and what each
may hold. A field that is not named is left as it is. Whatever is wrong is listed before anything is written, and the
form is written only when another reader finds every word on its pages; what is there and cannot be seen is named.

Example:
  fill-form form.pdf --values values.json --out filled.pdf`

const shape = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const readValues = async (file: string): Promise<FormValues> => {
  const { value, problems } = readJson(file, await readNamed(file), shape, 'fill-form')
  if (!value) throw stopWith(problems)
  return value
}

const LOOK = 'look at this field in a PDF editor'

/** Some forms have fields that nobody can read on paper, such as one on a black band: their user may know. */
const unseenWords = ({ question, page, missing }: Mismatch): string =>
  `"${question}" on page ${page} is filled, but cannot be seen, as on a dark ground or under something: ${missing}.`

const fillForm = async (form: string, { values: file, out, copy }: Options): Promise<Report> => {
  const official = await readNamed(form)
  const values = await readValues(file)
  await expectFolderFor(typedPath(out), out)
  const filled = await fillForeignForm(official, values, copy)
  if (!('pages' in filled))
    throw stopWith(filled.problems.map(({ field, ...rest }) => ({ file, path: field, ...rest })))
  const unread = filled.missing.filter(({ how }) => how === 'unread')
  if (unread.length > 0)
    throw stopWith(unread.map((lost) => lostWords({ file, path: lost.question ?? '' }, lost, LOOK)))
  const { bytes, pages, base, because, notes } = filled
  await writeWhole(typedPath(out), bytes, out)
  const warnings = filled.missing.map(unseenWords)
  return {
    facts: { file: out, copy, pages, bytes: bytes.length, base, because, notes, warnings },
    words: [`Written: ${out}, ${counted(pages, 'page')}.`, ...notes, ...warnings].join('\n'),
  }
}

/** `fill-form`: fills any fillable form from its fields' names, without a pack, in a process of its own, with limits. */
export const addFillForm: AddCommand = (program, tell) => {
  program
    .command('fill-form')
    .description('fill any fillable PDF from the names of its fields, without a pack')
    .argument('<form.pdf>', 'the form')
    .requiredOption('--values <file>', 'JSON: what each field holds, by its full name')
    .requiredOption('--out <file.pdf>', 'the form to write')
    .addOption(copyOption())
    .addHelpText('after', MORE)
    .action((form: string, options: Options) => tell(fillForm(form, options)))
}
