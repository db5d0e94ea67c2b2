import { checkDmarc } from '../../src/doctor/dmarc.ts'
import { checkBody, checkBounces } from '../../src/doctor/mailDomain.ts'
import { silence, zone } from './zone.ts'

const body = 'mopac.example'

test('a body’s domain that takes mail is fine', async () => {
  expect((await checkBody(zone({ mailServers: { [body]: ['mx.mopac.example'] } }), body)).level).toBe('fine')
  expect((await checkBody(zone({ addresses: { [body]: ['192.0.2.1'] } }), body)).level).toBe('fine')
})

test('a mistyped domain, and one that takes no mail, would lose every response', async () => {
  expect(await checkBody(zone({}), 'mopca.example')).toMatchObject({
    ...{ level: 'wrong', remedy: expect.stringContaining('letter by letter') },
  })
  expect((await checkBody(zone({ mailServers: { [body]: ['.'] } }), body)).level).toBe('wrong')
  expect((await checkBody(silence, body)).level).toBe('doubtful')
})

test('what comes back needs a mail server of ours', async () => {
  expect((await checkBounces(zone({}), null)).level).toBe('doubtful')
  expect((await checkBounces(zone({}), 'campaign.example')).level).toBe('wrong')
  const there = zone({ mailServers: { 'campaign.example': ['mx.campaign.example'] } })
  expect((await checkBounces(there, 'campaign.example')).level).toBe('fine')
})

const dmarc = (records: Record<string, string[]>, envelope = 'campaign.example', signs = false) =>
  checkDmarc(zone({ texts: records }), 'post.campaign.example', envelope, signs)

test('DMARC may stand at the domain above, once', async () => {
  expect((await dmarc({ '_dmarc.campaign.example': ['v=DMARC1; p=none'] })).level).toBe('fine')
  expect((await dmarc({})).level).toBe('doubtful')
  expect((await dmarc({ '_dmarc.campaign.example': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] })).level).toBe('wrong')
  expect((await checkDmarc(silence, 'a.example', 'a.example', true)).level).toBe('doubtful')
})

test('letters that nobody can tell for ours fail DMARC, unless they are signed', async () => {
  const there = { '_dmarc.campaign.example': ['v=DMARC1; p=reject'] }
  expect((await dmarc(there, 'elsewhere.example')).level).toBe('wrong')
  expect((await dmarc(there, 'elsewhere.example', true)).level).toBe('fine')
})
