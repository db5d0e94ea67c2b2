import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { LIMITS, type Limits } from './limits.ts'
import { type Message, messageOf, wireOf } from './message.ts'
import type { Answered, Asked, QuestionName } from './questions.ts'
import { type Trouble, UnreadablePdf } from './trouble.ts'

const PRLIMIT = '/usr/bin/prlimit'
const MAY_ONLY_READ = ['--permission', '--allow-fs-read=*']

const program = fileURLToPath(new URL('../readForeign.ts', import.meta.url))

type Child = ChildProcessByStdio<Writable, Readable, null>

/** The limit of processors ends a child too whose parent was killed and cannot end it. */
const start = (question: QuestionName, { cpuSeconds, heapMb, dataBytes }: Limits): Child => {
  const node = [process.execPath, `--max-old-space-size=${heapMb}`, '--disable-warning=ExperimentalWarning']
  const limited = [PRLIMIT, `--data=${dataBytes}`, `--cpu=${cpuSeconds}:${cpuSeconds + 3}`, '--core=0', ...node]
  const [command = '', ...words] = existsSync(PRLIMIT) ? limited : node
  return spawn(command, [...words, ...MAY_ONLY_READ, program, question], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
  })
}

/** Kills the child at the first limit that it goes over, and says which; what it said until then is in `chunks`. */
const watch = (child: Child, { ms, answerBytes }: Limits) => {
  const watched = { over: null as Trouble | null, chunks: [] as Uint8Array[] }
  const end = (limit: Trouble) => {
    watched.over ??= limit
    child.kill('SIGKILL')
  }
  const late = setTimeout(end, ms, 'time')
  child.once('close', () => clearTimeout(late))
  let length = 0
  child.stdout.on('data', (chunk: Uint8Array) => {
    length += chunk.length
    if (length > answerBytes) end('memory')
    else watched.chunks.push(chunk)
  })
  return watched
}

const tell = (child: Child, message: Message): void => {
  // A child that dies early closes the pipe while we still write; how it ended says the rest.
  child.stdin.on('error', () => {})
  for (const part of wireOf(message)) child.stdin.write(part)
  child.stdin.end()
}

const endOf = (child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal }))
  })

type Said = { answer: unknown } | { trouble: Trouble } | { file: { message: string } }

const answerIn = ({ said, bytes }: Message): Message => {
  const heard = said as Said
  if ('trouble' in heard) throw new UnreadablePdf(heard.trouble)
  if ('file' in heard) throw Object.assign(new Error(heard.file.message), heard.file)
  return { said: heard.answer, bytes }
}

/** Asks a new child one thing and ends it at a limit. Throws UnreadablePdf, or the error of a file that could not be read. */
export const askChild = async <Name extends QuestionName>(
  question: Name,
  asked: Asked<Name>,
  limits: Limits = LIMITS[question],
): Promise<Answered<Name>> => {
  const child = start(question, limits)
  const watched = watch(child, limits)
  tell(child, asked)
  const { code, signal } = await endOf(child)
  if (watched.over) throw new UnreadablePdf(watched.over)
  if (signal === 'SIGXCPU') throw new UnreadablePdf('time')
  // Node ends itself by a signal when it gets no more memory, and so does the system.
  if (signal) throw new UnreadablePdf('memory')
  if (code !== 0) throw new Error(`The process that reads PDFs ended with ${code} and without an answer.`)
  return answerIn(messageOf(Buffer.concat(watched.chunks))) as Answered<Name>
}
