import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderCarrier } from '../../src/mail/folderCarrier.ts'
import { ENVELOPE, MESSAGE, told } from './tries.ts'

const withPost = async (use: (post: string, around: string) => Promise<void>) => {
  const around = mkdtempSync(join(tmpdir(), 'post-'))
  try {
    await use(join(around, 'a', 'post'), around)
  } finally {
    rmSync(around, { recursive: true, force: true })
  }
}
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('a folder for letters', () => {
  test('takes one as a file that nobody else may read, and says that it went to nobody', () =>
    withPost(async (post) => {
      const { seen, phases } = told()
      expect(await folderCarrier(post).carry(ENVELOPE, MESSAGE, phases)).toEqual({
        accepted: { by: 'folder', host: '', words: 'written to a folder, sent to nobody' },
      })
      expect(seen).toEqual(['begun', 'ended'])
      expect(readdirSync(post)).toEqual(['K7MQ2FTD.v1.eml'])
      expect(readFileSync(join(post, 'K7MQ2FTD.v1.eml')).equals(MESSAGE)).toBe(true)
      expect([modeOf(post), modeOf(join(post, 'K7MQ2FTD.v1.eml'))]).toEqual(['700', '600'])
    }))

  test('forgets one, with what was left of a write that was cut', () =>
    withPost(async (post) => {
      const carrier = folderCarrier(post)
      await carrier.carry(ENVELOPE, MESSAGE, told().phases)
      writeFileSync(join(post, '.K7MQ2FTD.v1.eml.part'), 'half a let')
      await carrier.forget('<K7MQ2FTD.v1@campaign.example>')
      await carrier.forget('<K7MQ2FTD.v1@campaign.example>')
      expect(readdirSync(post)).toEqual([])
    }))

  test('a hostile Message-ID stays in it', () =>
    withPost(async (post, around) => {
      const carrier = folderCarrier(post)
      const ids = [
        '../../escaped@x',
        '/etc/escaped@x',
        '..@x',
        '.@x',
        '@x',
        'a/b@x',
        'a\\b@x',
        '.hidden@x',
        'a\u0000b@x',
        `${'x'.repeat(400)}@x`,
      ]
      for (const id of ids)
        await carrier.carry(ENVELOPE, Buffer.from(`Message-ID: <${id}>\r\n\r\nHello\r\n`), told().phases)
      expect(readdirSync(post)).toHaveLength(ids.length)
      expect(readdirSync(around)).toEqual(['a'])
      expect(readdirSync(join(around, 'a'))).toEqual(['post'])
      for (const id of ids) await carrier.forget(`<${id}>`)
      expect(readdirSync(post)).toEqual([])
    }))

  test.each(['bodyBegun', 'bodyEnded'] as const)('%s that cannot be written leaves no letter', (name) =>
    withPost(async (post) => {
      const fail = () => Promise.reject(new Error('the claim is lost'))
      const verdict = await folderCarrier(post).carry(ENVELOPE, MESSAGE, { ...told().phases, [name]: fail })
      expect(verdict).toHaveProperty('tryAgain')
      expect(readdirSync(post)).toEqual([])
    }),
  )

  test('that cannot be is a trouble, in a sentence with its setting, and no refusal', () =>
    withPost(async (post, around) => {
      expect(await folderCarrier(post).trouble()).toBeNull()
      chmodSync(around, 0o700)
      writeFileSync(join(around, 'file'), '')
      const carrier = folderCarrier(join(around, 'file', 'post'))
      expect(await carrier.trouble()).toMatch(/MAIL_FOLDER/)
      expect(await carrier.carry(ENVELOPE, MESSAGE, told().phases)).toHaveProperty('tryAgain')
    }))
})
