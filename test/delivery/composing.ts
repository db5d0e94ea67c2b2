import PostalMime from 'postal-mime'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { type CompositorParts, makeCompositor } from '../../src/delivery/compositor.ts'
import type { LetterKind } from '../../src/delivery/delivery.ts'
import type { Contents } from '../../src/delivery/deliveryStore.ts'
import type { Submission } from '../../src/delivery/submission.ts'
import { messageWriter } from '../../src/mail/writeMessage.ts'
import { toRead } from '../../src/pdf/seeing/released.ts'
import { siteFormOf } from '../../src/siteForm.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { release } from '../../src/workers/pictures.ts'
import { closing, HOUR, mopac, submissionAt } from './samples.ts'

/** Words that stand in the frozen answers alone. */
export const CANARY = 'My gran walks there on Tuesdays.'
/** The bundled form, as the product fills it. */
export const { form } = siteFormOf(mopac, await prepareFor(mopac))
/** An hour before the closing. */
export const now = closing - HOUR

/** A compositor's parts, with the real form, reader, words and messages. */
export const parts: CompositorParts = {
  ...{ consultation: mopac, holder: { name: 'The campaign', contact: 'answers@campaign.example' } },
  ...{ publicUrl: 'https://respond.example', way: 'mx', from: 'respond@campaign.example' },
  fill: (answers, reference) => form.fill(answers, reference, 'final'),
  read: (filled) => release({ ...toRead(filled), form: 'mopac' }),
  render: compileViews(readTemplates('templates')).letter,
  write: messageWriter(null),
  returnPathOf: (id) => `bounces+${id}@campaign.example`,
}

/** Answers as they were when Send was pressed. */
export const frozen = { ...submissionAt(now).frozen!, answers: { q1: 'no', 'q4-reasons': CANARY, name: 'Ann Onymous' } }
/** A response as it was sent. */
export const submission = submissionAt(now, { frozen })

/** What a letter is made of. */
export const contentsOf = (letter: LetterKind, more: Partial<Contents> = {}): Contents => ({
  letter: { letter, to: letter === 'response' ? null : 'ann@people.example', submissionId: 's1', data: {}, once: null },
  ...{ submission, replaced: null, message: null },
  ...more,
})

/** A letter's message, read as a mail program reads it. */
export const made = async (contents: Contents, more: Partial<CompositorParts> = {}, at = now) => {
  const messageId = '<K7MQ2FTD.1@campaign.example>'
  return PostalMime.parse(await makeCompositor({ ...parts, ...more }).message({ messageId }, contents, at))
}

/** Another version of the response. */
export const version = (more: Partial<Submission>) => ({ submission: { ...submission, ...more } })
