import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCarrier, readDkim } from '../src/openCarrier.ts'

const mail = { from: 'respond@campaign.example', bounceAddress: null, dkim: null, perSecond: 5 }
const bodysAddress = 'consultation@body.example'

test.each([
  [{ smtpUrl: 'smtp://127.0.0.1:2525' }, 'relay'],
  [{ smtpUrl: 'mx:' }, 'mx'],
  [{ folder: join(tmpdir(), 'never-written') }, 'folder'],
])('%j is carried by a %s', async (by, kind) => {
  const carrier = openCarrier({ ...mail, by }, bodysAddress)
  expect(carrier.kind).toBe(kind)
  await carrier.close()
})

describe('the key that signs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dkim-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const keyIn = (words: string) => {
    const keyFile = join(folder, 'dkim.pem')
    writeFileSync(keyFile, words)
    return readDkim({ ...mail, by: { smtpUrl: 'mx:' }, dkim: { keyFile, selector: 'respond' } })
  }

  test('signs for the domain of the campaign’s own mailbox', () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    })
    expect(keyIn(privateKey)).toEqual({ domain: 'campaign.example', selector: 'respond', privateKey })
  })

  test('is refused before anything starts where it is none, or is not there', () => {
    expect(() => keyIn('not a key')).toThrow(/^DKIM_KEY is ".+", which holds no private key/)
    const dkim = { keyFile: join(folder, 'nowhere.pem'), selector: 'respond' }
    expect(() => readDkim({ ...mail, by: { smtpUrl: 'mx:' }, dkim })).toThrow(/^DKIM_KEY is /)
  })

  test('is not asked for where none is set', () => {
    expect(readDkim({ ...mail, by: { smtpUrl: 'mx:' } })).toBeNull()
  })
})
