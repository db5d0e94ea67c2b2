import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

type Run = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

const npmRun = (script: string, words: string[], env: Record<string, string>): Run => {
  const child = spawn('npm', ['run', '--silent', script, '--', ...words], {
    cwd: project,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return { child, said: () => said, ended: new Promise((resolve) => child.on('close', resolve)) }
}

const printed = ({ child, said }: Run, what: RegExp) =>
  new Promise<string>((resolve, reject) => {
    const look = () => what.test(said()) && resolve(said())
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.on('close', () => reject(new Error(said())))
  })

/** Rehearses once: waits for the address, reads the start page, and stops with Ctrl-C. */
const rehearse = async (words: string[], env: Record<string, string>) => {
  const run = npmRun('rehearse', words, env)
  const address = (await printed(run, /http:\/\/\S+\n/)).match(/http:\/\/\S+/)![0]
  const answer = await fetch(address)
  const page = { status: answer.status, text: await answer.text(), cookies: answer.headers.getSetCookie().join() }
  process.kill(-run.child.pid!, 'SIGINT')
  await run.ended
  return page
}

const withFolder = async (use: (env: Record<string, string>) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'))
  try {
    await use({ REHEARSAL_FOLDER: join(folder, 'data'), PORT: String(await freePort()) })
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('a rehearsal says on its page what its clock says, goes on later, and never back', () =>
  withFolder(async (env) => {
    const first = await rehearse([], env)
    expect(first.status).toBe(200)
    expect(first.text).toContain('Monday 25 September 2017')
    expect(first.text).toContain('11 days left')
    expect(first.cookies).not.toMatch(/Secure|Expires/)

    const lastHour = await rehearse(['--at', '2017-10-06T17:25'], env)
    expect(lastHour.text).toMatch(/[45] minutes left/)
    const goesOn = await rehearse([], env)
    expect(goesOn.text).toMatch(/[345] minutes left/)

    const back = npmRun('rehearse', ['--at', '2017-09-30T10:00'], env)
    expect(await back.ended).toBe(2)
    expect(back.said()).toContain('time does not run back')
  }))

test('the product for real refuses to start until it knows who holds the answers, and says all of it', async () => {
  const run = npmRun('start', [], { HOLDER_NAME: '', HOLDER_CONTACT: '', PUBLIC_URL: '', PACK: 'nowhere' })
  expect(await run.ended).toBe(1)
  for (const name of ['PUBLIC_URL', 'HOLDER_NAME', 'HOLDER_CONTACT'])
    expect(run.said()).toMatch(new RegExp(`\\d\\. ${name} is`))
})

test('a pack that is not sound stops the start with the numbered list', () =>
  withFolder(async (env) => {
    const run = npmRun('rehearse', [], { ...env, PACK: 'test/packs/nowhere' })
    expect(await run.ended).toBe(1)
    expect(run.said()).toMatch(/1\. \S+nowhere\n {3}found: there is no folder/)
  }))
