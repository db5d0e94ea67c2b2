import { keysOf, newVisitKey } from '../../src/responses/keys.ts'

const serverKey = new Uint8Array(32).fill(7)
const keys = keysOf(serverKey)
const otherServer = keysOf(new Uint8Array(32).fill(8))

test('a visit key is 128 bits by chance, fit for a cookie and an address', () => {
  const made = new Set(Array.from({ length: 1000 }, newVisitKey))
  expect(made.size).toBe(1000)
  for (const key of made) expect(key).toMatch(/^[\w-]{22}$/)
})

test('a link and a code follow from the visit key, and from the server key', async () => {
  expect(await keys.linkOf('visit')).toMatch(/^[\w-]{22}$/)
  expect(await keysOf(serverKey).linkOf('visit')).toBe(await keys.linkOf('visit'))
  expect(await keys.linkOf('other visit')).not.toBe(await keys.linkOf('visit'))
  expect(await otherServer.linkOf('visit')).not.toBe(await keys.linkOf('visit'))

  const code = await keys.returnCodeOf('visit')
  expect(code).toMatch(/^[0-9A-Y]{4}(-[0-9A-Y]{4}){2}$/)
  expect(await keysOf(serverKey).returnCodeOf('visit')).toBe(code)
  expect(await keys.returnCodeOf('other visit')).not.toBe(code)
  expect(await otherServer.returnCodeOf('visit')).not.toBe(code)
})

test('a tablet’s key follows from its card and from what its browser got with it, and from neither alone', async () => {
  const key = await keys.shiftKeyOf('card', 'scan')
  expect(key).toMatch(/^[\w-]{22}$/)
  expect(await keysOf(serverKey).shiftKeyOf('card', 'scan')).toBe(key)
  const others = [
    keys.shiftKeyOf('card', 'other'),
    keys.shiftKeyOf('other', 'scan'),
    otherServer.shiftKeyOf('card', 'scan'),
  ]
  for (const other of await Promise.all(others)) expect(other).not.toBe(key)
})

test('no word of a key stands in its hash, and kinds and servers do not mix', async () => {
  const kept = await keys.hash('visit', 'words')
  expect(kept).toEqual({ kind: 'visit', hash: expect.stringMatching(/^[\w-]{43}$/) })
  expect(await keys.hash('visit', 'words')).toEqual(kept)
  expect((await keys.hash('link', 'words')).hash).not.toBe(kept.hash)
  expect((await otherServer.hash('visit', 'words')).hash).not.toBe(kept.hash)
})

test('a hash is HMAC-SHA256, as another tool computes it', async () => {
  // printf 'kept visit\nwords' | openssl dgst -sha256 -mac hmac -macopt hexkey:0707…07 -binary | basenc --base64url
  expect((await keys.hash('visit', 'words')).hash).toBe('RErRB1TW0Pfz6xmkYiKUgPiLLq6sxPvWI1-WrKPCCOY')
})

test('a return code has one hash, however it is typed; other words are taken to the letter', async () => {
  const printed = await keys.hash('return-code', 'K7MQ-2FTD-01V5')
  expect(await keys.hash('return-code', 'k7mq 2ftd oius')).toEqual(printed)
  expect(await keys.hash('link', 'aB')).not.toEqual(await keys.hash('link', 'ab'))
})

test('what a key opens tells nothing of what is derived from it', async () => {
  const link = await keys.linkOf('visit')
  expect((await keys.hash('visit', 'visit')).hash.startsWith(link)).toBe(false)
  expect((await keys.hash('link', 'visit')).hash.startsWith(link)).toBe(false)
})
