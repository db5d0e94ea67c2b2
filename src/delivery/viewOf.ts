import { hasClosed, sayClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { CannotBeMade } from './cannotBeMade.ts'
import type { UnsentTablet } from './deadline.ts'
import type { CarrierKind, LetterKind } from './delivery.ts'
import type { Contents } from './deliveryStore.ts'
import type { GivenBack, LastWords, LetterForm, LetterFrame, LetterVersion, LetterViews } from './letterViews.ts'
import { otherWaysAt } from './otherWays.ts'
import { sayAnswers } from './sayAnswers.ts'
import { sayMoment } from './sayMoment.ts'
import { isServersLine } from './serverWords.ts'
import { isLate, type Submission } from './submission.ts'

/** What all letters of a campaign have in common. */
export type Campaign = {
  consultation: Consultation
  holder: { name: string; contact: string }
  /** The address that people use, without a slash at its end. */
  publicUrl: string
  way: CarrierKind
}

/** One letter that is to be said: with the form that goes with it, at `now`. */
export type Said = Campaign & { contents: Contents; form: LetterForm; now: number }

const frameOf = ({ consultation, holder, publicUrl, now }: Said): LetterFrame => ({
  campaign: consultation.title,
  document: consultation.document,
  body: consultation.body,
  closing: sayClosing(consultation, now),
  site: publicUrl,
  holder,
})

/** The version that a letter is about. Throws CannotBeMade where its words are gone. */
export const keptIn = ({ submission }: Pick<Contents, 'submission'>) => {
  if (!submission?.frozen || submission.reference === null) throw new CannotBeMade('its words are not kept any more')
  return { ...submission, frozen: submission.frozen, reference: submission.reference }
}

const versionOf = ({ consultation: { timeZone }, contents }: Said): LetterVersion => {
  const { reference, version, frozen, onDeviceAt, firstByteAt, committedAt } = keptIn(contents)
  const [firstByte, committed] = [sayMoment(firstByteAt, timeZone), sayMoment(committedAt, timeZone)]
  const onDevice = onDeviceAt === null ? null : sayMoment(onDeviceAt, timeZone)
  return { reference, version, name: frozen.name, times: { onDevice, firstByte, committed } }
}

const waysAt = ({ consultation, contents, now }: Said) => otherWaysAt(consultation, contents.letter.letter, now)

const replacedBy = ({ consultation: { timeZone }, contents }: Said) => {
  const older: Submission | null = contents.replaced
  return older && { version: older.version, at: sayMoment(older.committedAt, timeZone) }
}

const sections = ({ consultation, contents }: Said) =>
  sayAnswers(consultation.questionnaire, keptIn(contents).frozen.answers)

const givenBack = (said: Said): GivenBack => ({
  ...{ ...frameOf(said), ...versionOf(said), sections: sections(said), form: said.form, ways: waysAt(said) },
  to: said.consultation.email.address,
})

const wordsIn = ({ contents: { letter } }: Said): LastWords => {
  const words = letter.data.words ? String(letter.data.words) : null
  // A bounce is a mail system's own, whatever it begins with.
  return { words, theirs: words !== null && (letter.letter === 'bounced' || isServersLine(words)) }
}

const number = ({ contents }: Said, name: string): number => Number(contents.letter.data[name] ?? 0)

const late = ({ consultation, contents }: Said): boolean => isLate(consultation, keptIn(contents))

const vouchedIn = ({ consultation: { timeZone }, contents }: Said) => {
  const { vouched } = keptIn(contents).frozen
  return vouched && { by: vouched.by, at: sayMoment(vouched.at, timeZone) }
}

const assistedIn = ({ contents }: Said): string | null => keptIn(contents).frozen.assisted ?? null

const about = (said: Said) => ({
  ...{ ...frameOf(said), ...versionOf(said), sections: sections(said), form: said.form },
  assisted: assistedIn(said),
  late: late(said),
  replaces: replacedBy(said),
})

const notAccepted = (said: Said): LetterViews['not-accepted'] => {
  const last = wordsIn(said)
  const trying = number(said, 'open') === 1 && !hasClosed(said.consultation, said.now)
  const answered = said.way === 'mx' && last.theirs
  return { ...givenBack(said), ...last, unknown: number(said, 'unknown') === 1, trying, answered }
}

const tablets = (said: Said): LetterViews['tablets'] => {
  const all = JSON.parse(String(said.contents.letter.data.tablets)) as UnsentTablet[]
  const heard = (ms: number) => sayMoment(ms, said.consultation.timeZone)
  return {
    ...frameOf(said),
    unsent: all.reduce((sum, { unsent }) => sum + unsent, 0),
    misfits: number(said, 'misfits'),
    tablets: all.map(({ stall, card, unsent, seenAt }) => ({ stall, card, unsent, heard: heard(seenAt) })),
  }
}

/** What each letter's templates are handed. Throws CannotBeMade where the words are gone. */
export const viewOf: { [Kind in LetterKind]: (said: Said) => LetterViews[Kind] } = {
  response: (said) => ({
    ...about(said),
    address: keptIn(said.contents).frozen.address,
    vouched: vouchedIn(said),
  }),
  copy: (said) => {
    const { state } = said.contents.letter.data
    return { ...about(said), to: said.consultation.email.address, way: said.way, state: state ? String(state) : null }
  },
  code: (said) => ({
    ...frameOf(said),
    code: String(said.contents.letter.data.digits),
    minutes: Math.max(1, Math.ceil((number(said, 'expiresAt') - said.now) / 60_000)),
  }),
  'not-accepted': notAccepted,
  refused: (said) => ({
    ...{ ...givenBack(said), ...wordsIn(said) },
    ...{ unknown: number(said, 'unknown') === 1, byBody: said.way === 'mx' },
  }),
  bounced: (said) => ({ ...givenBack(said), ...wordsIn(said) }),
  'gone-after-all': (said) => ({
    ...{ ...frameOf(said), ...versionOf(said), to: said.consultation.email.address },
    state: String(said.contents.letter.data.state),
  }),
  late: (said) => ({ ...givenBack(said), sent: said.consultation.late === 'send' }),
  'organiser-link': (said) => ({
    ...frameOf(said),
    link: String(said.contents.letter.data.link),
    minutes: number(said, 'minutes'),
  }),
  alarm: (said) => ({
    ...frameOf(said),
    waiting: number(said, 'waiting'),
    unknown: number(said, 'unknown'),
    notDelivered: number(said, 'notDelivered'),
    accepted: number(said, 'accepted'),
    oldestMinutes: said.contents.letter.data.oldestMinutes === null ? null : number(said, 'oldestMinutes'),
  }),
  tablets,
}
