import { spawn } from 'node:child_process'
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { packs, project, withFolder } from '../cli/command.ts'

const start = (words: string[], env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(project, 'src/main.ts'), ...words], {
    cwd: project,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => /http:\S+/.test(said) && resolve(/http:\S+/.exec(said)![0]))
    child.on('close', () => reject(new Error(said)))
  })
  listening.catch(() => {})
  return { child, code, said: () => said, listening }
}

const withPort = async <T>(use: (port: string) => Promise<T>, taken = false): Promise<T> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = String(typeof address === 'object' ? address?.port : '')
  const close = () => new Promise((resolve) => server.close(resolve))
  if (!taken) await close()
  try {
    return await use(port)
  } finally {
    if (taken) await close()
  }
}

test('an unsound pack and a taken port move no clock', () =>
  withFolder(async (folder) => {
    const pack = join(folder, 'pack')
    await cp(packs.library, pack, { recursive: true })
    await rm(join(pack, 'boxes.json'))
    const words = ['--rehearse', '--at', '2031-03-28T11:55']
    const unsound = start(words, { PACK: pack, REHEARSAL_FOLDER: join(folder, 'data') })
    expect(await unsound.code).toBe(1)
    expect(unsound.said()).toMatch(/^1\. boxes\.json\n/)
    expect(await readdir(folder)).toEqual(['pack'])
    await withPort(async (PORT) => {
      const late = start(words, { PACK: packs.library, REHEARSAL_FOLDER: join(folder, 'data'), PORT })
      expect(await late.code).toBe(1)
      expect(await readdir(join(folder, 'data'))).not.toContain('clock.json')
    }, true)
  }))

test('a rehearsal of one’s own pack starts before its own closing', () =>
  withFolder((folder) =>
    withPort(async (PORT) => {
      const { child, code, listening } = start(['--rehearse'], { PACK: packs.library, REHEARSAL_FOLDER: folder, PORT })
      const page = await (await fetch(await listening)).text()
      expect(page).toContain('10:00am on Monday 17 March 2031')
      child.kill('SIGTERM')
      expect(await code).toBe(0)
      expect(JSON.parse(await readFile(join(folder, 'clock.json'), 'utf8')).pack).toBe('library-hours')
    }),
  ))

test('wrong settings and a wrong pack are told together', async () => {
  const { code, said } = start([], { PACK: 'nowhere', PUBLIC_URL: 'x', HOLDER_NAME: 'n', HOLDER_CONTACT: 'c' })
  expect(await code).toBe(1)
  expect(said()).toMatch(/1\. PUBLIC_URL is "x"[\s\S]*1\. \S+nowhere\n {3}found: there is no folder/)
})

test('what was practised is refused by the product for real: nothing of it can be sent', () =>
  withFolder(async (folder) => {
    await withPort(async (PORT) => {
      const rehearsal = start(['--rehearse'], { PORT, REHEARSAL_FOLDER: folder })
      await rehearsal.listening
      rehearsal.child.kill('SIGTERM')
      await rehearsal.code
      const live = { PUBLIC_URL: `http://127.0.0.1:${PORT}`, HOLDER_NAME: 'n', HOLDER_CONTACT: 'c' }
      const real = start([], {
        ...live,
        PORT,
        DATA_FOLDER: folder,
        SMTP_URL: 'mx:',
        MAIL_FROM: 'respond@campaign.example',
      })
      expect(await real.code).toBe(1)
      expect(real.said()).toContain('which holds a rehearsal. What was practised goes to nobody')
    })
  }))
