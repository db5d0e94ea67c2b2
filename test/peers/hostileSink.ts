import { EventEmitter, once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import { brokenGreetings } from './brokenGreetings.ts'
import { type Choose, isAtConnect, type Mode } from './modes.ts'

export type { Choose, Mode } from './modes.ts'

/** A message that the sink kept; `answered` where its sender was told so with a 250. */
export type Received = { envelope: { from: string; to: string[] }; bytes: Buffer; answered: boolean }

export type Sink = {
  port: number
  /** For SMTP_URL, with the name and password where there are any. */
  url: string
  received: Received[]
  /** How many connections came, refused ones not counted. */
  connections(): number
  /** Behaves so from now on; kept connections end where the mode begins at the connection. */
  mode(next: Mode | Choose): Promise<void>
  /** `message` after each one kept, `drop` after each connection that the sink cut, `stall` when it falls silent. */
  events: EventEmitter
}

/** `auth`: nobody sends without signing in; `tls`: STARTTLS offered, or TLS at once; `size`: the largest message, in bytes. */
export type SinkOptions = {
  mode?: Mode | Choose
  auth?: { user: string; pass: string }
  tls?: 'starttls' | 'at-once'
  size?: number
}

const answer = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })
const ANSWERS: Partial<Record<Mode, Error>> = {
  '4xx-at-mail': answer(451, '4.3.0 Try again later'),
  '5xx-at-mail': answer(550, '5.7.1 Not from you'),
  '4xx-at-rcpt': answer(450, '4.2.0 Greylisted'),
  '5xx-at-rcpt': answer(550, '5.1.1 No such mailbox'),
  '4xx-at-dot': answer(451, '4.3.0 Could not keep it'),
  '5xx-at-dot': answer(554, '5.6.0 Not this message'),
}

const chooserOf = (mode: Mode | Choose): Choose => (typeof mode === 'string' ? () => mode : mode)

const start = async ({ mode = 'accept', auth, tls, size }: SinkOptions) => {
  const events = new EventEmitter()
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const modes = new WeakMap<SMTPServerSession, Mode>()
  const count = { connection: 0, message: 0 }
  let choose = chooserOf(mode)
  const chosen = (place: 'connection' | 'message') => choose(place, ++count[place])
  const modeOf = (session: SMTPServerSession) => modes.get(session) ?? 'accept'
  const answerAt = (place: string, session: SMTPServerSession) =>
    modeOf(session).endsWith(place) ? ANSWERS[modeOf(session)] : undefined
  const drop = (session: SMTPServerSession) => {
    for (const connection of smtp.connections) if (connection.session === session) connection._socket.destroy()
    events.emit('drop')
  }

  const keep = (session: SMTPServerSession, chunks: Buffer[], answered: boolean) => {
    const { mailFrom, rcptTo } = session.envelope
    const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) }
    received.push({ envelope, bytes: Buffer.concat(chunks), answered })
    events.emit('message')
  }

  const onData: SMTPServerOptions['onData'] = (stream, session, done) => {
    const chunks: Buffer[] = []
    const now = modeOf(session)
    if (now === 'drop-mid-data') return void stream.once('data', () => drop(session))
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (now === 'stall-after-dot') return void events.emit('stall')
      const no = answerAt('-at-dot', session)
      if (no) return done(no)
      if (now !== 'drop-after-dot-lost') keep(session, chunks, now === 'accept')
      return now.startsWith('drop') ? drop(session) : done(null, 'Kept it')
    })
  }

  const smtp = new SMTPServer({
    logger: false,
    disableReverseLookup: true,
    authOptional: !auth,
    allowInsecureAuth: true,
    secure: tls === 'at-once',
    disabledCommands: [...(auth ? [] : ['AUTH']), ...(tls === 'starttls' ? [] : ['STARTTLS'])],
    ...(size && { size }),
    onAuth: ({ username, password }, _, done) =>
      username === auth?.user && password === auth?.pass ? done(null, { user: username }) : done(answer(535, 'No')),
    onMailFrom: (_, session, done) => {
      modes.set(session, chosen('message'))
      done(answerAt('-at-mail', session))
    },
    onRcptTo: (_, session, done) => done(answerAt('-at-rcpt', session)),
    onData,
  })
  // What a cut connection leaves behind is what was asked for.
  smtp.on('error', () => undefined)

  const door = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    const now = chosen('connection')
    if (isAtConnect(now) && now !== 'refuse-connection') brokenGreetings[now](socket)
    else smtp.server.emit('connection', socket)
  })
  const listen = async (port: number) => once(door.listen(port, '127.0.0.1'), 'listening')
  const shut = async () => {
    const closed = door.listening ? once(door, 'close') : null
    door.close()
    for (const { _socket: socket } of smtp.connections) socket.destroy()
    // A socket that is destroyed under its TLS, while that is still shaking hands, takes Node down with it.
    for (const socket of sockets) tls ? socket.end() : socket.destroy()
    await closed
  }

  await listen(0)
  const { port } = door.address() as AddressInfo
  const setMode = async (next: Mode | Choose) => {
    choose = chooserOf(next)
    if (typeof next === 'string' && isAtConnect(next)) await shut()
    if (!door.listening && next !== 'refuse-connection') await listen(port)
  }
  await setMode(mode)
  const signIn = auth ? `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.pass)}@` : ''
  const url = `${tls === 'at-once' ? 'smtps' : 'smtp'}://${signIn}127.0.0.1:${port}`
  return { sink: { port, url, received, connections: () => count.connection, mode: setMode, events }, shut }
}

/** Runs `use` with a real SMTP server on loopback that behaves as it is told, and closes it however that ends. */
export const withSink = async <Result>(
  use: (sink: Sink) => Promise<Result>,
  options: SinkOptions = {},
): Promise<Result> => {
  const { sink, shut } = await start(options)
  try {
    return await use(sink)
  } finally {
    await shut()
  }
}
