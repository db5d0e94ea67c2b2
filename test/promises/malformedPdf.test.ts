import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askChild, LIMITS, type Limits } from '../../src/workers/foreign/child.ts'
import { UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { drawForm } from '../pdf/drawForm.ts'
import { bringBack, outcomeOf } from '../web/bringing.ts'
import { bombs } from '../workers/bombs.ts'
import { withPeak } from '../workers/peaks.ts'
import { corpora } from './corpora.ts'
import { sayFigures } from './figures.ts'
import { mutate } from './mutate.ts'
import { crowd } from './person.ts'
import { withProduct } from './withProduct.ts'

// C2. Its mutation partners are its last tests: the same bombs without the limit go beyond the bar.

const MOST_MS = 10_000
const MOST_MB = 400
const NO_END = Number.MAX_SAFE_INTEGER
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

/** Brings files back to a real server, two at a time, and holds it against the bar; answers what its pages said. */
const bringAll = async (what: string, files: Foreign[]): Promise<Record<string, number>> => {
  let said: Record<string, number> = {}
  await withProduct(async ({ start, folder }) => {
    const temporary = join(folder, 'temporary')
    await mkdir(temporary)
    const server = await start({ env: { TMPDIR: temporary } })
    const pid = server.child.pid!
    const { result, peakMb } = await withPeak(
      () =>
        crowd(files, 2, async ({ name, bytes }) => {
          const file = await bytes()
          const begun = performance.now()
          const page = await bringBack(server.address, file)
          return { name, status: page.status, outcome: outcomeOf(page), ms: performance.now() - begun }
        }),
      pid,
    )
    const slowest = Math.max(...result.map(({ ms }) => ms))
    said = counted(result.map(({ outcome }) => outcome))
    const figures = { 'slowest (s)': slowest / 1000, 'child at most (MB)': peakMb, 'server (MB)': residentMb(pid) }
    sayFigures(`C2 ${what}`, { files: files.length, ...said, ...figures })
    expect(result.filter(({ outcome }) => outcome === null)).toEqual([])
    expect(slowest).toBeLessThanOrEqual(MOST_MS)
    expect(peakMb).toBeGreaterThan(0)
    expect(peakMb).toBeLessThanOrEqual(MOST_MB)
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
}, 900_000)

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

/** What a child came to that was to fill a bomb, as for somebody at the command line. */
const exploded = async (name: string, limits: Partial<Limits> = {}) => {
  const asked = { said: { values: { a: 'Words' }, copy: 'fillable' as const }, bytes: made.get(name)! }
  const begun = performance.now()
  const { result, peakMb } = await withPeak(() =>
    askChild('fillForm', asked, { ...LIMITS, ...limits }).then(
      () => 'filled, or told why not',
      (error: unknown) => (error instanceof UnreadablePdf ? error.trouble : null),
    ),
  )
  return { name, outcome: result, peakMb, ms: performance.now() - begun }
}

test('the bombs, filled from the command line', async () => {
  const results = await crowd([...made.keys()], 2, (name) => exploded(name))
  const [ms, mb] = [Math.max(...results.map((one) => one.ms)), Math.max(...results.map(({ peakMb }) => peakMb))]
  const said = counted(results.map(({ outcome }) => outcome))
  sayFigures('C2 bombs, filled', { ...said, 'slowest (s)': ms / 1000, 'child at most (MB)': mb })
  expect(results.filter(({ outcome }) => outcome === null)).toEqual([])
  expect(ms).toBeLessThanOrEqual(MOST_MS)
  expect(mb).toBeLessThanOrEqual(MOST_MB)
}, 600_000)

test('without the limit of memory a bomb goes beyond the bar', async () => {
  const { peakMb } = await exploded('an object stream of 300 MB of zeros', { dataBytes: NO_END })
  expect(peakMb).toBeGreaterThan(MOST_MB)
}, 60_000)

test('without the limit of time a bomb goes beyond the bar', async () => {
  const { ms, outcome } = await exploded('entries of two thousand million bytes', { ms: MOST_MS + 1000 })
  expect(outcome).toBe('time')
  expect(ms).toBeGreaterThan(MOST_MS)
}, 60_000)
