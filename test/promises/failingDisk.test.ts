import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withFolder } from '../storage/folder.ts'
import { type Change, withChanges } from './changed.ts'
import { sayFigures } from './figures.ts'
import { openBooks } from './keptBooks.ts'
import { type Got, Person } from './person.ts'
import { until } from './waiting.ts'
import { withProduct } from './withProduct.ts'

// A3. Its mutation partners run below: a save that is answered before it is written is answered 303 and is no row; without the
// typed words on the page of a fault the text is lost. A disk of a few MB needs root.

const run = promisify(execFile)

const withSmallDisk = (use: (at: string) => Promise<void>) =>
  withFolder(async (folder) => {
    const at = join(folder, 'disk')
    await mkdir(at)
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', at])
    try {
      await use(at)
    } finally {
      await run('umount', ['-l', at])
    }
  })

const wordsOf = (number: number) =>
  `Words number ${number} that nobody may lose. ${'More of them. '.repeat(200)}`.trim()

const save = (person: Person, words: string) => person.post('/questions/q1', { q1: 'no', 'q1-reasons': words })

/** A refusal as it should be: ours, in words, with all that was typed, and no word of a machine. */
const isPlain = ({ status, text }: Got, words: string): boolean =>
  status === 503 && text.includes(words) && !/ENOSPC|SQLITE|database|at file:/.test(text)

/** Saves again and again with other words; every 303 must be what is kept at that moment. */
const saveAndLook = async (person: Person, folder: string, times: number) => {
  const books = await openBooks(folder)
  const visit = person.cookies.get('visit') ?? ''
  const found = { saved: 0, refused: 0, 'saved and not kept': 0, 'not plainly refused': 0 }
  for (let number = 0; number < times; number += 1) {
    const words = wordsOf(number)
    const got = await save(person, words)
    if (got.status === 303) {
      found.saved += 1
      const kept = await books.responseOf(visit)
      if (kept?.answers['q1-reasons'] !== words) found['saved and not kept'] += 1
    } else {
      found.refused += 1
      if (!isPlain(got, words)) found['not plainly refused'] += 1
    }
  }
  await books.close()
  return found
}

const RIGHT = { 'saved and not kept': 0, 'not plainly refused': 0 }

test(
  'on a full disk a save is refused in plain words with the text in the form, and goes through once there is room',
  () =>
    withSmallDisk((at) =>
      withProduct(async ({ start }) => {
        const server = await start({ folder: at })
        const person = new Person(server.address)
        await person.begin()
        expect((await save(person, wordsOf(0))).status).toBe(303)
        await writeFile(join(at, 'filler'), Buffer.alloc(8e6)).catch(() => undefined)
        const refused = await until(async () => {
          const got = await save(person, wordsOf(1))
          return got.status === 303 ? null : got
        }, 'a save that found no room')
        expect([refused.status, isPlain(refused, wordsOf(1))]).toEqual([503, true])
        await rm(join(at, 'filler'))
        expect((await save(person, wordsOf(2))).status).toBe(303)
        const found = await saveAndLook(person, at, 5)
        expect(found).toMatchObject({ saved: 5, ...RIGHT })
      }),
    ),
  60_000,
)

/** Saves while one in ten times the disk does not confirm, and five times afterwards, on a product with some things changed. */
const saveWhileFailing = async (times: number, changes: Change[] = []) => {
  const none = { saved: 0, refused: 0, 'saved and not kept': 0, 'not plainly refused': 0 }
  const all = { found: none, after: none }
  await withProduct(async ({ start, folder }) => {
    const control = join(folder, 'fiu')
    const server = await start({ wrap: ['fiu-run', '-x', '-f', control], node: withChanges(changes) })
    const person = new Person(server.address)
    await person.begin()
    const tell = (words: string) => run('fiu-ctrl', ['-f', control, '-c', words, String(server.child.pid)])
    await tell('enable_random name=posix/io/sync/*,probability=0.1,failinfo=5')
    all.found = await saveAndLook(person, folder, times)
    await tell('disable name=posix/io/sync/*')
    all.after = await saveAndLook(person, folder, 5)
  })
  return all
}

test('while one in ten times the disk does not confirm (EIO): every 303 is a row, and all is well afterwards', async () => {
  const { found, after } = await saveWhileFailing(100)
  sayFigures('A3 EIO', found)
  expect(found).toMatchObject(RIGHT)
  expect(found.saved).toBeGreaterThan(0)
  expect(found.refused).toBeGreaterThan(0)
  expect(after).toMatchObject({ saved: 5, ...RIGHT })
}, 60_000)

const answeredFirst = {
  file: 'src/pages/saveQuestion.ts',
  from: 'const saved = await site.responses.saveIf(seenAll, request.response.id, request.key, answers, request.now)',
  to: `const saved = request.response
  site.responses.saveIf(seenAll, request.response.id, request.key, answers, request.now).catch(() => {})`,
}
const withoutTyped = {
  file: 'src/web/faults.ts',
  from: 'const typed = typedIn(answering.site, fieldsIn(req))',
  to: 'const typed: Typed = []',
}

test.each([
  ['answered before it is written, a save is called kept and is not', answeredFirst, 'saved and not kept'],
  ['without the typed words on the page of a fault, the text is lost', withoutTyped, 'not plainly refused'],
] as const)('partner: %s', async (_, change, wrong) => {
  const { found } = await saveWhileFailing(60, [change])
  expect(found[wrong]).toBeGreaterThan(0)
  expect({ ...found, [wrong]: 0 }).toMatchObject(RIGHT)
})
