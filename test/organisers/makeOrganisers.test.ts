import { ASKED_BY_ONE, LETTERS_AT_MOST, LETTERS_TO_ONE, LINK_MS } from '../../src/organisers/makeOrganisers.ts'
import { VISIT_MS } from '../../src/responses/keys.ts'
import { signInDesk } from './memory.ts'

const NOW = Date.UTC(2017, 8, 25, 9)

const withLink = async (address = 'ann@campaign.example') => {
  const desk = signInDesk()
  await desk.organisers.askLink(address, 'asker', NOW)
  await desk.rest()
  return { ...desk, token: desk.tokens()[0]! }
}

test('an organiser gets a link in a letter, and it signs in once', async () => {
  const { organisers, letters, token } = await withLink(' Ann@Campaign.example ')
  expect(letters).toEqual([
    expect.objectContaining({ letter: 'organiser-link', to: 'ann@campaign.example', submissionId: null }),
  ])
  expect(letters[0]!.data.link).toMatch(/^https:\/\/respond\.example\/organiser\/link\/[\w-]{22}$/)
  const signedIn = await organisers.signIn(token, NOW)
  expect(await organisers.isSignedIn(signedIn!.key, NOW)).toBe(true)
  expect(await organisers.signIn(token, NOW)).toBeNull()
})

test('a link signs in for 15 minutes and no longer', async () => {
  const inTime = await withLink()
  expect(await inTime.organisers.signIn(inTime.token, NOW + LINK_MS)).not.toBeNull()
  const late = await withLink()
  expect(await late.organisers.signIn(late.token, NOW + LINK_MS + 1)).toBeNull()
})

test('a browser stays signed in for 12 hours, or until it signs out', async () => {
  const { organisers, token } = await withLink()
  const { key } = (await organisers.signIn(token, NOW))!
  expect(await organisers.isSignedIn(key, NOW + VISIT_MS)).toBe(true)
  expect(await organisers.isSignedIn(key, NOW + VISIT_MS + 1)).toBe(false)
  await organisers.signOut(key)
  expect(await organisers.isSignedIn(key, NOW)).toBe(false)
})

test('signing in forgets the keys and links that open nothing any more', async () => {
  const { organisers, token, tokens, rest, store } = await withLink()
  await organisers.signIn(token, NOW)
  await organisers.askLink('ben@campaign.example', 'ben', NOW)
  await organisers.askLink('ann@campaign.example', 'ann', NOW + VISIT_MS + 1)
  await rest()
  expect(store.kept()).toHaveLength(3)
  await organisers.signIn(tokens().at(-1)!, NOW + VISIT_MS + 1)
  expect(store.kept()).toHaveLength(1)
})

test('a token is no key, a key is no token, and the store holds neither', async () => {
  const { organisers, token, store } = await withLink()
  expect(await organisers.isSignedIn(token, NOW)).toBe(false)
  expect(store.kept().join()).not.toContain(token)
  const { key } = (await organisers.signIn(token, NOW))!
  expect(await organisers.signIn(key, NOW)).toBeNull()
  expect(store.kept().join()).not.toContain(key)
})

test('any address is answered alike, before anything is done for it', async () => {
  const desk = signInDesk()
  const ask = (address: string) => desk.organisers.askLink(address, address, NOW)
  const answers = await Promise.all(['ann@campaign.example', 'eve@elsewhere.example', '', 'no address'].map(ask))
  expect(new Set(answers)).toEqual(new Set(['asked']))
  expect([desk.letters, desk.store.kept(), desk.putOff()]).toEqual([[], [], 4])
  await desk.rest()
  expect(desk.letters.map(({ to }) => to)).toEqual(['ann@campaign.example'])
})

test('who asks too often is to wait, after a restart too, and others are not', async () => {
  const before = signInDesk()
  for (let asked = 0; asked < ASKED_BY_ONE; asked++) {
    expect(await before.organisers.askLink('eve@elsewhere.example', 'eve', NOW)).toBe('asked')
  }
  const { organisers } = signInDesk({ store: before.store, counts: before.counts })
  expect(await organisers.askLink('eve@elsewhere.example', 'eve', NOW + 60_000)).toEqual({ wait: 14 })
  expect(await organisers.askLink('ann@campaign.example', 'ann', NOW)).toBe('asked')
  expect(await organisers.askLink('eve@elsewhere.example', 'eve', NOW + LINK_MS)).toBe('asked')
})

test('askers cannot flood an organiser, each is answered as ever, and one who asks for the first time gets a letter', async () => {
  const desk = signInDesk()
  for (let time = 0; time < LETTERS_TO_ONE; time++) {
    expect(await desk.organisers.askLink('ann@campaign.example', `asker ${time % 4}`, NOW)).toBe('asked')
  }
  expect(await desk.organisers.askLink('ann@campaign.example', 'asker 0', NOW)).toBe('asked')
  await desk.rest()
  expect(desk.letters).toHaveLength(LETTERS_TO_ONE)
  await desk.organisers.askLink('ann@campaign.example', 'ann herself', NOW)
  await desk.rest()
  expect(desk.letters).toHaveLength(LETTERS_TO_ONE + 1)
  for (let asker = 0; asker < LETTERS_AT_MOST; asker++) {
    await desk.organisers.askLink('ann@campaign.example', `another ${asker}`, NOW)
  }
  await desk.rest()
  expect(desk.letters.length).toBeLessThan(LETTERS_AT_MOST)
})
