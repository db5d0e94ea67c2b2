import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { SiteForm, SiteResponses } from './pages/site.ts'
import type { CopyName, FilledForm } from './pdf/fill.ts'

type Kept = { print: string; filled: Promise<FilledForm> }

// The pictures of one form are asked for within a minute or two of each other; nothing personal stays longer than that.
const KEPT_MS = 2 * 60_000
const KEPT_BYTES = 64 * 1024 * 1024
// What a line of a placement weighs beside the PDF, roughly.
const LINE_BYTES = 250

const COPIES: CopyName[] = ['fillable', 'final']

const nameOf = (reference: string | null, copy: CopyName): string => `${copy} ${reference ?? ''}`

// The head is the same for everybody, and weighs nothing more. A form without answers has no tail, and weighs something.
const sizeOf = ({ tail, placements }: FilledForm): number =>
  placements.reduce((sum, placed) => sum + ('lines' in placed ? placed.lines.length * LINE_BYTES : 0), tail.length + 1)

const printOf = (answers: object): string => createHash('sha256').update(JSON.stringify(answers)).digest('base64')

/**
 * A form and responses whose filled forms are kept for two minutes in 64 MB at most, one for each reference and copy, so that
 * a page's pictures come from one filling. Saving or deleting the answers drops them at once.
 */
export const keepingForms = <
  Form extends Pick<SiteForm, 'fill'>,
  Kind extends Pick<SiteResponses, 'save' | 'saveIf' | 'forget'>,
>(
  form: Form,
  responses: Kind,
): { form: Form; responses: Kind } => {
  const kept = new LRUCache<string, Kept>({ maxSize: KEPT_BYTES, ttl: KEPT_MS, ttlAutopurge: true })

  const keep = (name: string, one: Kept) => {
    kept.set(name, one, { size: 1 })
    const isThere = () => kept.peek(name) === one
    // A copy, for setting the same object again would leave its size as it was.
    one.filled.then(
      (filled) => void (isThere() && kept.set(name, { ...one }, { size: sizeOf(filled) })),
      () => void (isThere() && kept.delete(name)),
    )
    return one.filled
  }

  const drop = (reference: string | null) => {
    for (const copy of COPIES) kept.delete(nameOf(reference, copy))
  }

  const fill: SiteForm['fill'] = (answers, reference, copy, how) => {
    if (how?.keep === false) return form.fill(answers, reference, copy)
    const name = nameOf(reference, copy)
    const print = printOf(answers)
    const known = kept.get(name)
    return known?.print === print ? known.filled : keep(name, { print, filled: form.fill(answers, reference, copy) })
  }

  const save: SiteResponses['save'] = async (...changes) => {
    const response = await responses.save(...changes)
    if (response) drop(response.reference)
    return response
  }

  const saveIf: SiteResponses['saveIf'] = async (...changes) => {
    const response = await responses.saveIf(...changes)
    if (response && response !== 'changed') drop(response.reference)
    return response
  }

  // A deletion is rare and a filling takes milliseconds, so all go, without a way from an id to a reference.
  const forget: SiteResponses['forget'] = async (...which) => {
    await responses.forget(...which)
    kept.clear()
  }

  return { form: { ...form, fill }, responses: { ...responses, save, saveIf, forget } }
}
