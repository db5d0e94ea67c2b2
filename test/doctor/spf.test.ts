import { checkSpf } from '../../src/doctor/spf.ts'
import { silence, type Zone, zone } from './zone.ts'

const at = { domain: 'campaign.example', host: 'respond.example' }
const world = (record: string, more: Zone = {}): Zone => ({
  texts: { 'campaign.example': [record, 'unrelated'], ...more.texts },
  mailServers: { 'campaign.example': ['mx.campaign.example'] },
  addresses: { 'respond.example': ['192.0.2.7'], 'mx.campaign.example': ['192.0.2.7'], ...more.addresses },
})
const levelOf = async (dns: Zone, who: { domain: string; host: string | null } = at) =>
  (await checkSpf(zone(dns), who)).level

test.each([
  ['v=spf1 a:respond.example -all', 'fine'],
  ['v=spf1 ip4:192.0.2.0/24 -all', 'fine'],
  ['V=SPF1 MX ~all', 'fine'],
  ['v=spf1 include:spf.carrier.example -all', 'fine'],
  ['v=spf1 redirect=spf.carrier.example', 'fine'],
  ['v=spf1 ip4:192.0.2.8 -all', 'wrong'],
  ['v=spf1 include:nowhere.example -all', 'wrong'],
  ['v=spf1 -all', 'wrong'],
  ['v=spf1 +all', 'doubtful'],
  ['v=spf12 a -all', 'wrong'],
])('%s is %s for a machine that delivers itself', async (record, level) => {
  const texts = { 'spf.carrier.example': ['v=spf1 ip4:192.0.2.4/30 -all'] }
  expect(await levelOf(world(record, { texts }))).toBe(level)
})

test('IPv6 addresses are compared too', async () => {
  const six = { addresses: { 'respond.example': ['192.0.2.7', '2001:db8::7'] } }
  expect(await levelOf(world('v=spf1 ip4:192.0.2.7 ip6:2001:db8::/32 -all', six))).toBe('fine')
  expect(await checkSpf(zone(world('v=spf1 ip4:192.0.2.7 -all', six)), at)).toMatchObject({
    ...{ level: 'wrong', words: 'it does not let 2001:db8::7 send' },
  })
})

test('a record that goes round in circles ends', async () => {
  const texts = { 'a.example': ['v=spf1 include:b.example'], 'b.example': ['v=spf1 include:a.example'] }
  expect(await checkSpf(zone(world('v=spf1 include:a.example -all', { texts })), at)).toMatchObject({
    ...{ level: 'wrong', words: expect.stringContaining('more than 10') },
  })
})

test('behind a relay the record is to be there, once', async () => {
  const relayed = { domain: 'campaign.example', host: null }
  expect(await levelOf(world('v=spf1 include:spf.carrier.example -all'), relayed)).toBe('fine')
  expect(await levelOf({}, relayed)).toBe('wrong')
  expect(await levelOf({ texts: { 'campaign.example': ['v=spf1 a -all', 'v=spf1 mx -all'] } }, relayed)).toBe('wrong')
})

test('without an answer nobody knows', async () => {
  expect(await checkSpf(silence, at)).toMatchObject({ level: 'doubtful', words: expect.stringContaining('ETIMEOUT') })
})
