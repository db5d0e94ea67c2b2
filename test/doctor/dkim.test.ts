import { generateKeyPairSync } from 'node:crypto'
import { checkDkim } from '../../src/doctor/dkim.ts'
import { silence, zone } from './zone.ts'

const pemOf = (kind: 'rsa' | 'ed25519', modulusLength = 2048) => {
  const pair = kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength }) : generateKeyPairSync('ed25519')
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

const signing = (privateKey: string) => ({ domain: 'campaign.example', selector: 'respond', privateKey })
const shown = (record: string) => zone({ texts: { 'respond._domainkey.campaign.example': [record] } })
const [ours, others] = [pemOf('rsa'), pemOf('rsa')]

/** The record that the doctor says is to be published. */
const remedyFor = async (pem: string) =>
  /(v=DKIM1;.*)$/.exec((await checkDkim(zone({}), signing(pem))).remedy ?? '')![1]!

test('with no record every signature fails, and the remedy is the record to publish', async () => {
  expect((await checkDkim(zone({}), signing(ours))).level).toBe('wrong')
  const record = await remedyFor(ours)
  expect((await checkDkim(shown(record), signing(ours))).level).toBe('fine')
  expect((await checkDkim(shown(record.replace('p=', 'p= ').replace(/(.{60})/g, '$1 ')), signing(ours))).level).toBe(
    'fine',
  )
})

test('the record of another key is found', async () => {
  expect(await checkDkim(shown(await remedyFor(others)), signing(ours))).toMatchObject({
    ...{ level: 'wrong', words: expect.stringContaining('another key') },
  })
})

test('a key that was taken back, one that is too short, and none at all', async () => {
  expect((await checkDkim(shown('v=DKIM1; p='), signing(ours))).words).toContain('takes its key back')
  expect((await checkDkim(zone({}), signing(pemOf('rsa', 768)))).words).toContain('1024 bits')
  expect((await checkDkim(zone({}), signing('no key'))).level).toBe('wrong')
  expect((await checkDkim(zone({}), null)).level).toBe('doubtful')
  expect((await checkDkim(silence, signing(ours))).level).toBe('doubtful')
})

test('an Ed25519 key is published as its 32 bytes', async () => {
  const key = pemOf('ed25519')
  const record = await remedyFor(key)
  expect(record).toMatch(/k=ed25519; p=[\w+/]{43}=$/)
  expect((await checkDkim(shown(record), signing(key))).level).toBe('fine')
})
