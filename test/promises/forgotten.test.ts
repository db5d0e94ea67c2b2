import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { momentIn } from '../../src/consultation/moments.ts'
import { seenOfAll } from '../../src/pages/seen.ts'
import { plainSealer } from '../../src/storage/seal.ts'
import { withSink } from '../peers/hostileSink.ts'
import { withFolder } from '../storage/folder.ts'
import { MORNING } from '../web/withHouse.ts'
import { sayFigures } from './figures.ts'
import { houseIn } from './houseIn.ts'
import { mailTo, openBooks } from './keptBooks.ts'
import { crowd, Person } from './person.ts'
import { saveAndSend } from './resident.ts'

// G2. Encryption is taken out, so that what is kept can be found in the bytes of the disk. Mutation partners: without
// `secure_delete` in storage/database.ts the file keeps what was deleted, without `wipeLog` the WAL does.

const PEOPLE = 40
const AFTERWARDS = momentIn('2018-03-01T10:00', 'Europe/London')

/** How often some bytes stand in all files of a folder. */
const countIn = async (folder: string, words: string): Promise<number> => {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const contents = await Promise.all(names.map(({ parentPath, name }) => readFile(join(parentPath, name))))
  return contents.reduce((sum, bytes) => sum + bytes.toString('latin1').split(words).length - 1, 0)
}

test(
  'past the day of forgetting nothing that a person wrote, nor their address, is on the disk',
  () =>
    withSink((sink) =>
      withFolder(async (folder) => {
        let now = MORNING
        const { house, address, close } = await houseIn(folder, mailTo(sink), { clock: () => now, sealer: plainSealer })
        const books = await openBooks(folder, plainSealer)
        const { questionnaire } = house.site.consultation
        const people = Array.from({ length: PEOPLE }, () => new Person(address))
        await crowd(people, 4, async (person, at) => {
          await person.begin()
          await books.prove(person.cookies.get('visit') ?? '', `canary-${at}@home.example`, now)
          await saveAndSend(person, `canary-words ${at}`, [address], (answers) => seenOfAll(questionnaire, answers))
        })
        await books.close()
        // Half of the letters are sent with their frozen bytes, the others still wait.
        while (sink.received.length < PEOPLE) await house.outbox?.pass()
        const before = await countIn(folder, 'canary-')
        now = AFTERWARDS
        expect(await house.forgetDue()).toBe(PEOPLE)
        const after = await countIn(folder, 'canary-')
        sayFigures('G2', { people: PEOPLE, 'canaries before': before, after })
        expect(before).toBeGreaterThan(4 * PEOPLE)
        expect(after).toBe(0)
        await close()
        expect(await countIn(folder, 'canary-')).toBe(0)
      }),
    ),
  120_000,
)
