import type { Phases } from '../../src/delivery/carrier.ts'
import { type SmtpCarrierOptions, smtpCarrier } from '../../src/mail/smtpCarrier.ts'
import type { Sink } from '../peers/hostileSink.ts'

export const ENVELOPE = { from: 'respond@campaign.example', to: 'consultation@body.example' }

/** A message with what SMTP has to escape: lines that begin with a dot, and an empty last line. */
export const MESSAGE = Buffer.from(
  ['Message-ID: <K7MQ2FTD.v1@campaign.example>', 'Subject: A response', '', '.', '..', '.dots', 'one.', '', ''].join(
    '\r\n',
  ),
)

/** Larger than what lies between two sockets, so that its end cannot go out before a server has read its beginning. */
export const LONG_MESSAGE = Buffer.concat([MESSAGE, Buffer.from(`${'x'.repeat(70)}\r\n`.repeat(300_000))])

/** Phases that write down what they are told. */
export const told = () => {
  const seen: string[] = []
  const phases: Phases = {
    bodyBegun: async () => void seen.push('begun'),
    bodyEnded: async () => void seen.push('ended'),
  }
  return { seen, phases }
}

/** A carrier to the sink, closed however `use` ends. */
export const withCarrier = async <Result>(
  sink: Pick<Sink, 'url'>,
  use: (carrier: ReturnType<typeof smtpCarrier>) => Promise<Result>,
  options: Partial<SmtpCarrierOptions> = {},
): Promise<Result> => {
  const carrier = smtpCarrier({ url: sink.url, perSecond: 100, ...options })
  try {
    return await use(carrier)
  } finally {
    await carrier.close()
  }
}
