import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { momentIn } from '../../src/consultation/moments.ts'
import { seenOfAll } from '../../src/pages/seen.ts'
import { plainSealer } from '../../src/storage/seal.ts'
import { withSink } from '../peers/hostileSink.ts'
import { withFolder } from '../storage/folder.ts'
import { MORNING } from '../web/withHouse.ts'
import { houseIn } from './houseIn.ts'
import { mailTo, openBooks } from './keptBooks.ts'
import { crowd, Person } from './person.ts'
import { saveAndSend } from './resident.ts'

const AFTERWARDS = momentIn('2018-03-01T10:00', 'Europe/London')

/** How often some bytes stand in all files of a folder. */
const countIn = async (folder: string, words: string): Promise<number> => {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const contents = await Promise.all(names.map(({ parentPath, name }) => readFile(join(parentPath, name))))
  return contents.reduce((sum, bytes) => sum + bytes.toString('latin1').split(words).length - 1, 0)
}

/**
 * So many people write and send, without encryption, and are forgotten when their time is past: how many, and how often
 * what they wrote is on the disk before that, after it, and once the product is closed.
 */
export const forgetPeople = async (count: number) => {
  const found = { forgotten: 0, before: 0, after: 0, closed: 0 }
  await withSink((sink) =>
    withFolder(async (folder) => {
      let now = MORNING
      const { house, address, close } = await houseIn(folder, mailTo(sink), { clock: () => now, sealer: plainSealer })
      const books = await openBooks(folder, plainSealer)
      const { questionnaire } = house.site.consultation
      const people = Array.from({ length: count }, () => new Person(address))
      await crowd(people, 4, async (person, at) => {
        await person.begin()
        await books.prove(person.cookies.get('visit') ?? '', `canary-${at}@home.example`, now)
        await saveAndSend(person, `canary-words ${at}`, [address], (answers) => seenOfAll(questionnaire, answers))
      })
      await books.close()
      // Half of the letters are sent with their frozen bytes, the others still wait.
      while (sink.received.length < count) await house.outbox?.pass()
      found.before = await countIn(folder, 'canary-')
      now = AFTERWARDS
      found.forgotten = await house.forgetDue()
      found.after = await countIn(folder, 'canary-')
      await close()
      found.closed = await countIn(folder, 'canary-')
    }),
  )
  return found
}
