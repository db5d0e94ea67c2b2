import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cli, cliWith, packs, type Ran, withFolder } from './command.ts'
import { withLivePost } from './livePost.ts'

const FORM = join(packs.library, 'form.pdf')

/** What a command prints with --json: one value, which says what its exit code says; each problem is in words. */
const expectJson = ({ code, out, err }: Ran): void => {
  const { ok, problems } = JSON.parse(out)
  expect([err, ok]).toEqual(['', code === 0])
  expect(problems === undefined).toBe(ok)
  for (const problem of problems ?? []) expect(problem.message ?? problem.remedy).toMatch(/\w+ \w+/)
}

const expectWords = ({ code, out, err }: Ran): void => {
  if (code === 0) expect(err).toBe('')
  else expect(err).toMatch(/\w+ \w+/)
  expect(out + err).not.toMatch(/\n\s+at .*:\d+/)
}

/** Runs each case as a program, and the first of each exit code as a person too. */
const expectCodes = async (folder: string, cases: [number, ...string[]][]): Promise<void> => {
  for (const [index, [code, ...words]] of cases.entries()) {
    const json = await cli(folder, ...words, '--json')
    expect([words, json.code]).toEqual([words, code])
    expectJson(json)
    if (cases.findIndex(([other]) => other === code) < index) continue
    const plain = await cli(folder, ...words)
    expect([words, plain.code]).toEqual([words, code])
    expectWords(plain)
  }
}

const withThings = (use: (folder: string) => Promise<void>) =>
  withFolder(async (folder) => {
    await cp(packs.library, join(folder, 'sound'), { recursive: true })
    await cp(packs.library, join(folder, 'unsound'), { recursive: true })
    await rm(join(folder, 'unsound/boxes.json'))
    await writeFile(join(folder, 'unsound/questionnaire.json'), '{}')
    await writeFile(join(folder, 'good.json'), '{"street": "Mill Lane"}')
    await writeFile(join(folder, 'bad.json'), '{"stret": "Mill Lane"}')
    await mkdir(join(folder, 'empty'))
    await use(folder)
  })

const PACK = ['--pack', 'sound']

test.each<[string, [number, ...string[]][]]>([
  [
    'fill',
    [
      [0, 'fill', ...PACK, '--answers', 'good.json', '--out', 'out.pdf'],
      [1, 'fill', ...PACK, '--answers', 'bad.json', '--out', 'out.pdf'],
      [1, 'fill', '--pack', 'unsound', '--answers', 'good.json', '--out', 'out.pdf'],
      [2, 'fill', '--pack', 'nowhere', '--answers', 'good.json', '--out', 'out.pdf'],
      [2, 'fill', ...PACK, '--answers', 'none.json', '--out', 'out.pdf'],
      [2, 'fill', ...PACK, '--answers', 'good.json', '--out', 'nowhere/out.pdf'],
      [2, 'fill', ...PACK, '--answers', 'good.json', '--out', 'empty'],
      [2, 'fill', ...PACK, '--many', 'empty', '--out-dir', 'forms'],
      [2, 'fill', ...PACK, '--many', 'good.json', '--out-dir', 'good.json'],
    ],
  ],
  [
    'fill-form',
    [
      [0, 'fill-form', FORM, '--values', 'good.json', '--out', 'out.pdf'],
      [1, 'fill-form', FORM, '--values', 'bad.json', '--out', 'out.pdf'],
      [1, 'fill-form', 'good.json', '--values', 'good.json', '--out', 'out.pdf'],
      [2, 'fill-form', 'none.pdf', '--values', 'good.json', '--out', 'out.pdf'],
      [2, 'fill-form', FORM, '--values', 'good.json'],
    ],
  ],
  [
    'inspect',
    [
      [0, 'inspect', FORM],
      [1, 'inspect', 'good.json'],
      [2, 'inspect', 'empty'],
      [2, 'inspect', FORM, '--unknown'],
    ],
  ],
  [
    'check-pack',
    [
      [0, 'check-pack', 'sound'],
      [1, 'check-pack', 'unsound'],
      [2, 'check-pack', 'good.json'],
      [2, 'check-pack'],
    ],
  ],
  [
    'draw-stand-in',
    [
      [0, 'draw-stand-in', ...PACK],
      [1, 'draw-stand-in', '--pack', 'unsound'],
      [2, 'draw-stand-in', '--pack', 'nowhere'],
      [2, 'draw-stand-in'],
    ],
  ],
  [
    'no command, or none that is known',
    [[2], [2, 'fly'], [2, 'deliveries', 'x'], [2, 'doctor', '--no'], [2, 'bounce', '--no'], [0, 'fill', '--help']],
  ],
])('%s ends with 0, 1 or 2, and says the same as JSON', (_, cases) =>
  withThings((folder) => expectCodes(folder, cases)),
)

test('deliveries, bounce and doctor too, beside a running server', () =>
  withLivePost(async ({ folder, env }) => {
    const ran = (words: string[], more: Record<string, string> = {}) =>
      cliWith({ env: { ...env, ...more }, input: '' }, folder, ...words, '--json')
    const cases: [number, string[], Record<string, string>?][] = [
      [0, ['deliveries']],
      [1, ['deliveries'], { PUBLIC_URL: 'nonsense' }],
      [2, ['deliveries'], { DATA_FOLDER: folder }],
      [0, ['bounce']],
      [1, ['doctor']],
      [2, ['doctor', '--letter', 'eve@elsewhere.example']],
    ]
    for (const [code, words, more] of cases) {
      const one = await ran(words, more)
      expect([words, one.code]).toEqual([words, code])
      expectJson(one)
    }
  }))

test('what options contradict each other is told in every sentence at once', () =>
  withThings(async (folder) => {
    const words = ['--out', 'a.pdf', '--print-run', 'b.pdf', '--copy', 'final', '--replace', '--no-duplex']
    const { code, err } = await cli(folder, 'fill', ...PACK, '--many', 'a.csv', '--answers', 'a.json', ...words)
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('Give either --answers or --many.'),
      expect.stringContaining('Give one of --out, --out-dir and --print-run.'),
      expect.stringContaining('--out takes one form.'),
      expect.stringContaining('a print run is always final.'),
      expect.stringContaining('--replace is for --out-dir'),
    ])
  }))
