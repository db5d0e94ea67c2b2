import { type ChildProcess, spawn } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { pathOf } from '../run/tools.ts'
import { unpackedFolder } from '../run/unpack.ts'
import { freePort } from './serverProcess.ts'
import { until } from './waiting.ts'

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

const end = (child: ChildProcess) => {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  return ended
}

/** Runs Postfix's own `smtp-sink` on loopback with some words of its command line, lets a test use it, and ends it. */
export const withSmtpSink = async (words: string[], use: (port: number) => Promise<void>): Promise<void> => {
  const port = await freePort()
  const program = pathOf('smtp-sink')
  if (!program) throw new Error('smtp-sink is missing')
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn(program, [...asNobody, ...words, `127.0.0.1:${port}`, '100'], {
    env: { ...process.env, LD_LIBRARY_PATH: join(unpackedFolder, 'usr/lib/postfix') },
    stdio: 'ignore',
  })
  try {
    await until(() => listens(port), 'smtp-sink to listen')
    await use(port)
  } finally {
    await end(child)
  }
}
