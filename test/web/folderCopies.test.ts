import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'
import { FROM, fieldIn } from './withPost.ts'

const lettersIn = async (folder: string) =>
  Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))

test('deleting a response deletes the letters that a folder keeps of it, at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'letters-'))
  const mail = { by: { folder }, from: FROM, bounceAddress: null, dkim: null, perSecond: 100 }
  await withHouse(
    async ({ house, address }) => {
      const visitor = new Visitor(address)
      await visitor.begin()
      await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': 'Kept in a folder.' })
      await visitor.get('/send')
      await visitor.post('/send/code', { email: 'ann@home.example' })
      await house.outbox?.pass()
      const [code] = (await lettersIn(folder)).flatMap((letter) => letter.match(/(?<=^Subject: )\d{6}/m) ?? [])
      const { text } = await visitor.get('/send')
      const fields = { press: fieldIn(text, 'press'), seen: fieldIn(text, 'seen'), agree: 'yes', code: code! }
      expect((await visitor.post('/send', fields)).location).toBe('/sent')
      await house.outbox?.pass()
      const copies = async () => (await lettersIn(folder)).filter((letter) => letter.includes('Kept in a folder.'))
      expect(await copies()).toHaveLength(2)
      await visitor.post('/delete')
      expect(await copies()).toEqual([])
    },
    { config: { mail } },
  )
  await rm(folder, { recursive: true })
})
