import type { FilledForm } from '../pdf/fill.ts'
import { type FormToRead, lostOnPaper, NotOnPaper, type Released, unaskedIn } from '../pdf/seeing/released.ts'
import { UnprintableText } from '../pdf/setting/unprintableText.ts'
import type { Answers } from '../questionnaire/answers.ts'
import { addressed, recipientOf } from './addressed.ts'
import { CannotBeMade } from './cannotBeMade.ts'
import type { Delivery, LetterKind } from './delivery.ts'
import type { Contents } from './deliveryStore.ts'
import type { Attachment, Envelope, Letter } from './letter.ts'
import type { LetterWords, RenderLetter } from './letterViews.ts'
import { messageIdsAt } from './plan.ts'
import { responseFileName } from './responseFileName.ts'
import { type Campaign, keptIn, viewOf } from './viewOf.ts'

/** What makes messages of letters. */
export type Compositor = {
  /** Where a letter comes from and goes to, as a server is told. Throws CannotBeMade. */
  envelope(delivery: Pick<Delivery, 'id'>, contents: Contents): Envelope
  /** A letter's message, with what is true at `now` (ms, UTC). Throws CannotBeMade. */
  message(delivery: Pick<Delivery, 'messageId'>, contents: Contents, now: number): Promise<Uint8Array>
  /** The words alone, for a rehearsal's post. */
  words(contents: Contents, now: number): LetterWords
}

/** What a compositor is made of. */
export type CompositorParts = Campaign & {
  /** Fills the final copy: no fields, no scripts. */
  fill(answers: Answers, reference: string | null): Promise<FilledForm>
  /** What another reader misses of a filled form on its rendered pages. */
  read(form: FormToRead): Promise<Pick<Released, 'missing'>>
  render: RenderLetter
  /** A letter as the bytes of a message. */
  write(letter: Letter): Promise<Uint8Array>
  /** The campaign's own mailbox. */
  from: string
  /** Where trouble with a delivery goes back to. */
  returnPathOf(deliveryId: string): string
}

const WITHOUT_FORM: LetterKind[] = ['code', 'gone-after-all', 'organiser-link', 'alarm', 'tablets']

const sayWhy = (error: unknown): string | null => {
  if (error instanceof NotOnPaper) return 'the form that was filled does not show every word'
  if (error instanceof UnprintableText) return 'the form’s letters do not include every character'
  return error instanceof CannotBeMade ? error.message : null
}

/** Makes messages: from the frozen answers, on a form that was read back word by word, for the pack's address alone. */
export const makeCompositor = (parts: CompositorParts): Compositor => {
  const { consultation } = parts

  const filledForm = async (contents: Contents): Promise<Attachment> => {
    const { frozen, reference } = keptIn(contents)
    const { questionnaire } = consultation
    if (unaskedIn(questionnaire, frozen.answers).length > 0) {
      throw new CannotBeMade('the pack was changed: some of its words have no place on the form any more')
    }
    const filled = await parts.fill(frozen.answers, reference)
    const { missing } = await parts.read(filled)
    const lost = lostOnPaper(questionnaire, frozen.answers, filled, missing)
    if (lost.length > 0) throw new NotOnPaper(lost.map(String))
    return { name: responseFileName(consultation, reference), type: 'application/pdf', bytes: filled.bytes }
  }

  // Who is to finish without us gets their words in any case, though the form that should go with them cannot be made.
  const formFor = async (contents: Contents): Promise<Attachment | null> => {
    const { letter } = contents.letter
    if (WITHOUT_FORM.includes(letter)) return null
    try {
      return await filledForm(contents)
    } catch (error) {
      const why = sayWhy(error)
      if (why === null) throw error
      if (letter === 'response') throw new CannotBeMade(why)
      return null
    }
  }

  const render = <Kind extends LetterKind>(kind: Kind, contents: Contents, file: string | null, now: number) => {
    const form = file === null ? null : { file, note: consultation.form.note ?? null }
    return parts.render(kind, viewOf[kind]({ ...parts, contents, form, now }))
  }

  const replaces = ({ letter, replaced }: Contents): string | null =>
    letter.letter === 'response' && replaced?.reference ? messageIdsAt(parts.from)(letter, replaced) : null

  return {
    envelope: ({ id }, contents) => ({ from: parts.returnPathOf(id), to: recipientOf(consultation, contents) }),

    async message({ messageId }, contents, now) {
      const form = await formFor(contents)
      return parts.write({
        messageId,
        ...addressed(consultation, parts.from, contents),
        ...render(contents.letter.letter, contents, form?.name ?? null, now),
        attachments: form ? [form] : [],
        date: now,
        replaces: replaces(contents),
      })
    },

    words(contents, now) {
      const file = contents.submission?.reference ? responseFileName(consultation, contents.submission.reference) : null
      const { letter } = contents.letter
      return render(letter, contents, WITHOUT_FORM.includes(letter) ? null : file, now)
    },
  }
}
