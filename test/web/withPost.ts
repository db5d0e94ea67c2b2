import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import type { Overrides } from '../../src/compose.ts'
import type { Config } from '../../src/config.ts'
import { type Sink, type SinkOptions, withSink } from '../peers/hostileSink.ts'
import { Visitor } from './visitor.ts'
import { type TestHouse, withHouse } from './withHouse.ts'

/** The campaign's own mailbox in tests. */
export const FROM = 'respond@campaign.example'

export type Post = {
  sink: Sink
  /** The letters that reached the sink for an address, the newest last, once there are more than `after`. */
  lettersTo(address: string, after?: number): Promise<Email[]>
  /** The newest code that was sent to an address; waits until one more than `after` has come. */
  codeFor(address: string, after?: number): Promise<string>
}

type Options = SinkOptions & { by?: 'mx' | 'relay'; pack?: string; organisers?: string[] }

/** The settings of a house that delivers to a sink on loopback, as to the address's own mail server or as by a relay. */
export const deliveringTo = (
  sink: Sink,
  by: 'mx' | 'relay',
): Pick<Overrides, 'resolveMailHosts'> & { config: Partial<Config> } => ({
  config: {
    mail: {
      by: { smtpUrl: by === 'mx' ? 'mx:' : sink.url },
      from: FROM,
      bounceAddress: null,
      dkim: null,
      perSecond: 100,
    },
    sendsHere: true,
  },
  resolveMailHosts: async () => [{ exchange: '127.0.0.1', priority: 10, port: sink.port }],
})

const delivering = (sink: Sink, by: 'mx' | 'relay', organisers: string[]) => {
  const { config, ...rest } = deliveringTo(sink, by)
  return { ...rest, config: { ...config, organisers } }
}

/** What a sink got, by whom it was for. */
export const postIn = (sink: Sink): Post => {
  const lettersFor = (address: string) =>
    Promise.all(
      sink.received
        .filter(({ envelope }) => envelope.to.join() === address)
        .map(({ bytes }) => PostalMime.parse(bytes)),
    )
  const untilMoreThan = async <T>(after: number, look: () => Promise<T[]>): Promise<T[]> => {
    for (;;) {
      const arrives = once(sink.events, 'message')
      const found = await look()
      if (found.length > after) return found
      await arrives
    }
  }
  const codesFor = async (address: string) =>
    (await lettersFor(address)).flatMap(({ subject }) => subject?.match(/^\d{6}/)?.[0] ?? [])
  return {
    sink,
    lettersTo: (address, after = 0) => untilMoreThan(after, () => lettersFor(address)),
    codeFor: async (address, after = 0) => (await untilMoreThan(after, () => codesFor(address))).at(-1)!,
  }
}

/** The whole product with its outbox at work, and a real mail server on loopback that behaves as it is told. */
export const withPost = (
  use: (test: TestHouse & Post) => Promise<void>,
  { by = 'mx', pack, organisers = [], ...sinkOptions }: Options = {},
): Promise<void> =>
  withSink(
    (sink) =>
      withHouse(
        async (test) => {
          test.house.outbox?.start()
          await use({ ...test, ...postIn(sink) })
        },
        { ...delivering(sink, by, organisers), ...(pack ? { pack } : {}) },
      ),
    sinkOptions,
  )

/** A field's value in a page, as a browser would send it. */
export const fieldIn = (html: string, name: string): string =>
  (html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '').replace(/&#x3D;/g, '=')

export const RESIDENT = 'resident@mail.example'

const prove = async (visitor: Visitor, { codeFor }: Pick<Post, 'codeFor'>) => {
  await visitor.get('/send')
  await visitor.post('/send/code', { email: RESIDENT })
  const code = await codeFor(RESIDENT)
  const page = (await visitor.get('/send')).text
  return { press: fieldIn(page, 'press'), seen: fieldIn(page, 'seen'), agree: 'yes', code }
}

/** Somebody with an answer and a code for their address, on the page where Send stands. */
export const proved = async ({ address, codeFor }: TestHouse & Post) => {
  const visitor = new Visitor(address)
  await visitor.begin()
  await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': 'A reason that must arrive.' })
  return { visitor, fields: await prove(visitor, { codeFor }) }
}

/** Sends what a visitor has answered. Throws when it did not go. */
export const sendOnce = async (visitor: Visitor, post: Pick<Post, 'codeFor'>): Promise<void> => {
  const { location, text } = await visitor.post('/send', await prove(visitor, post))
  if (location !== '/sent') throw new Error(text)
}
