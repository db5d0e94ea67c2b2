import { NOT_LET_IN, type Verdict } from '../delivery/carrier.ts'
import { shownWords } from './shownWords.ts'

/** What nodemailer says of a try that failed. `command` is the SMTP command that was in flight, CONN before and between. */
export type Failure = Error & {
  code?: string
  /** A system's or OpenSSL's own code. */
  originalCode?: string
  command?: string
  responseCode?: number
  response?: string
}

const WORDS = 500
const aboutTheLetter = ['MAIL FROM', 'RCPT TO', 'DATA']
// RFC 4954: we have to sign in, or do it otherwise. The letter is not at fault.
const aboutUs = [530, 534, 535, 538]

const ourWords: Record<string, string> = {
  EDNS: 'the mail server was not found',
  ETLS: 'no safe connection (TLS) could be made',
  EAUTH: NOT_LET_IN,
  ETIMEDOUT: 'the mail server did not answer in time',
  EABORT: 'we stopped before the message had gone out',
  ESTREAM: 'we stopped before the message had gone out',
}

/** A server's own line, as it may be shown and kept. */
export const lineOf = (response: string): string => shownWords(response, WORDS)

/** Whether no TLS came about: OpenSSL's and Node's own codes reach us as socket errors. */
export const isTls = ({ code, originalCode = '' }: Failure): boolean =>
  code === 'ETLS' || /^(ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)|EPROTO/.test(originalCode)

const isAnswer = ({ responseCode = 0, response }: Failure): boolean =>
  response !== undefined && responseCode >= 400 && responseCode < 600

const isRefusal = ({ responseCode = 0, command = '' }: Failure): boolean =>
  responseCode >= 500 && responseCode !== 503 && !aboutUs.includes(responseCode) && aboutTheLetter.includes(command)

const wordsFor = (failure: Failure): string =>
  (isTls(failure) && ourWords.ETLS) || ourWords[failure.code ?? ''] || 'the connection to the mail server broke'

/**
 * What a failed try means. Only a lasting no to the letter itself is a refusal; trouble with connecting, TLS or signing in
 * is ours, and passes. `mayHaveArrived`: the final dot may have gone out.
 */
export const verdictOf = (failure: Failure, mayHaveArrived: boolean): Verdict => {
  if (failure.code === 'EAUTH' || failure.code === 'ETLS') return { tryAgain: wordsFor(failure) }
  if (isAnswer(failure)) return { [isRefusal(failure) ? 'refused' : 'tryAgain']: lineOf(failure.response!) } as Verdict
  if (mayHaveArrived) return { unknown: 'the whole message went out and no answer came' }
  // The server told its limit when we connected; nodemailer compares before it sends.
  if (failure.code === 'EMESSAGE') return { refused: 'the message is larger than the mail server takes' }
  return { tryAgain: wordsFor(failure) }
}
