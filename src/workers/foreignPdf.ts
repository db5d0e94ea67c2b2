import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { FormFacts } from '../pdf/inspect.ts'
import { makeLine } from './line.ts'

/** A PDF that could not be read within the limits; the message is a sentence for a person. */
export class UnreadablePdf extends Error {}

const LIMIT_MS = 10_000
const HEAP_MB = 256
// Three kilobytes of PDF can ask for gigabytes; memory outside the heap is bounded too where the system can do it.
// V8 reserves 512 MB for code and never touches them, so this much leaves at most 300 MB resident.
const DATA_BYTES = 800 * 1024 * 1024
const PRLIMIT = '/usr/bin/prlimit'

const program = fileURLToPath(new URL('./readForeign.ts', import.meta.url))

const startChild = (question: string) => {
  const node = [
    process.execPath,
    `--max-old-space-size=${HEAP_MB}`,
    '--disable-warning=ExperimentalWarning',
    program,
    question,
  ]
  const [command = '', ...args] = existsSync(PRLIMIT) ? [PRLIMIT, `--data=${DATA_BYTES}`, ...node] : node
  return spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: LIMIT_MS, killSignal: 'SIGKILL', env: {} })
}

/** What one is told when too many forms are brought back at once. */
export const MANY_BROUGHT =
  'Many people are bringing a form back at this moment. Nothing is lost: try again in a minute.'

const line = makeLine(2, 30, MANY_BROUGHT)

const unreadable = () =>
  new UnreadablePdf(
    'We could not read this file as a PDF. It may be damaged, locked with a password, or another kind of file.',
  )

const askChild = async <T>(question: string, bytes: Uint8Array): Promise<T> => {
  const child = startChild(question)
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', resolve)
  })
  // A child that dies early closes the pipe while we still write; its exit code says the rest.
  child.stdin.on('error', () => {})
  child.stdin.end(bytes)
  const [json, code] = await Promise.all([text(child.stdout), ended])
  if (code !== 0) throw unreadable()
  return JSON.parse(json) as T
}

const ask = <T>(question: string, bytes: Uint8Array): Promise<T> => line.take(() => askChild<T>(question, bytes))

/** The values of a foreign PDF's fields, read in a process of its own, two at a time. Throws UnreadablePdf, Busy. */
export const foreignFields = (bytes: Uint8Array) => ask<Record<string, string | string[]>>('readFields', bytes)

/** The pages and fields of a foreign PDF, read in a process of its own, two at a time. Throws UnreadablePdf, Busy. */
export const inspectForeign = (bytes: Uint8Array) => ask<FormFacts>('inspect', bytes)
