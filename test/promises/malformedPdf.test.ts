import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askChild } from '../../src/workers/foreign/child.ts'
import { LIMITS, type Limits } from '../../src/workers/foreign/limits.ts'
import { fillForeignForm, UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { drawForm } from '../pdf/drawForm.ts'
import { bringBack, outcomeOf } from '../web/bringing.ts'
import { bombs } from '../workers/bombs.ts'
import { type Taken, watchChildren } from '../workers/watchChildren.ts'
import { corpora } from './corpora.ts'
import { sayFigures } from './figures.ts'
import { mutate } from './mutate.ts'
import { crowd } from './person.ts'
import { withProduct } from './withProduct.ts'

// C2. Its mutation partners are its last tests: the same bombs without the limit go beyond the bar.

const MOST: Taken = { ms: 10_000, cpuMs: 10_000, mb: 400 }
const MUTATIONS = 300

const project = join(import.meta.dirname, '../..')
const shared = join(project, '../shared/forms')

type Foreign = { name: string; bytes(): Uint8Array | Promise<Uint8Array> }

// Made before anything is measured: to make them takes longer than to read them.
const made = new Map(Object.entries(bombs).map(([name, make]) => [name, make()]))

const counted = (outcomes: (string | null)[]): Record<string, number> => {
  const groups = Map.groupBy(outcomes, (outcome) => outcome ?? 'no sentence')
  return Object.fromEntries([...groups].map(([outcome, all]) => [outcome, all.length]))
}

const residentMb = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1]) / 1024

const figuresOf = ({ ms, cpuMs, mb }: Taken) => ({
  'a child at most (s)': ms / 1000,
  'of processors (s)': cpuMs / 1000,
  'resident (MB)': mb,
})

const expectWithin = (taken: Taken, most = MOST): void => {
  for (const what of ['ms', 'cpuMs', 'mb'] as const) {
    expect([what, taken[what] <= most[what]]).toEqual([what, true])
    expect([what, taken[what] > 0]).toEqual([what, true])
  }
}

/** Brings files back to a real server, two at a time, and holds it against the bar; answers what its pages said. */
const bringAll = async (what: string, files: Foreign[]): Promise<Record<string, number>> => {
  let said: Record<string, number> = {}
  await withProduct(async ({ start, folder }) => {
    const temporary = join(folder, 'temporary')
    await mkdir(temporary)
    const server = await start({ env: { TMPDIR: temporary } })
    const pid = server.child.pid!
    const { result, taken } = await watchChildren(
      () =>
        crowd(files, 2, async ({ name, bytes }) => {
          const page = await bringBack(server.address, await bytes())
          return { name, status: page.status, outcome: outcomeOf(page) }
        }),
      pid,
    )
    said = counted(result.map(({ outcome }) => outcome))
    sayFigures(`C2 ${what}`, { files: files.length, ...said, ...figuresOf(taken), 'server (MB)': residentMb(pid) })
    expect(result.filter(({ outcome }) => outcome === null)).toEqual([])
    expectWithin(taken)
    expect((await fetch(`${server.address}/health`)).status).toBe(200)
    expect(server.said()).not.toContain('"fault"')
    expect(await readdir(temporary)).toEqual([])
    expect(await server.end('SIGTERM')).toBe(0)
  })
  return said
}

test('a thousand sound and broken files from the tests of four PDF readers', async () => {
  const files = corpora()
  expect(files.length).toBeGreaterThan(1000)
  const said = await bringAll(
    'corpora',
    files.map((path) => ({ name: path, bytes: () => readFile(path) })),
  )
  // Were a sound file called unreadable, every bar would be met by reading nothing.
  expect(said['no answers']).toBeGreaterThan(files.length / 2)
  expect(said.password).toBeGreaterThan(0)
}, 1_500_000)

test(`${made.size} bombs`, async () => {
  const said = await bringAll(
    'bombs',
    [...made].map(([name, bytes]) => ({ name, bytes: () => bytes })),
  )
  expect(said.memory).toBeGreaterThan(3)
  expect(said.time).toBeGreaterThan(0)
}, 600_000)

test(`${MUTATIONS} mutations of official forms`, async () => {
  const forms = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.pdf')) : []
  const sound = [
    await drawForm(),
    readFileSync(join(project, 'assets/consultations/mopac-2017/form.pdf')),
    ...forms.map((name) => readFileSync(join(shared, name))),
  ]
  const mutations = Array.from({ length: MUTATIONS }, (_, seed) => ({
    name: `seed ${seed}`,
    bytes: () => mutate(sound[seed % sound.length]!, seed),
  }))
  await bringAll('mutations', mutations)
}, 600_000)

const FILLED = 'filled, or told why not'

const outcomeIn = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => FILLED,
    (error: unknown) => (error instanceof UnreadablePdf ? error.trouble : String(error)),
  )

test('the bombs, filled from the command line', async () => {
  const { result, taken } = await watchChildren(() =>
    crowd([...made.values()], 2, (bomb) => outcomeIn(fillForeignForm(bomb, { a: 'Words' }, 'final'))),
  )
  sayFigures('C2 bombs, filled', { ...counted(result), ...figuresOf(taken) })
  const told = [FILLED, 'time', 'memory', 'password', 'unreadable']
  expect(result.filter((outcome) => !told.includes(outcome))).toEqual([])
  // Nobody else waits: on a busy machine a child may be slower, and is held by what it takes of the processors.
  expectWithin(taken, { ...MOST, ms: 26_000 })
}, 600_000)

const readWith = (limits: Partial<Limits>, bomb: string) =>
  watchChildren(() =>
    outcomeIn(askChild('readFields', { said: null, bytes: made.get(bomb)! }, { ...LIMITS.readFields, ...limits })),
  )

test('without the limit of memory a bomb goes beyond the bar', async () => {
  const { taken } = await readWith({ dataBytes: Number.MAX_SAFE_INTEGER }, 'words of 110 MB in a field')
  expect(taken.mb).toBeGreaterThan(MOST.mb)
}, 60_000)

test('without the limits of time a bomb goes beyond the bar', async () => {
  const { result, taken } = await readWith(
    { ms: MOST.ms + 1000, cpuSeconds: 60 },
    'entries of two thousand million bytes',
  )
  expect(result).toBe('time')
  expect(taken.ms).toBeGreaterThan(MOST.ms)
}, 60_000)
