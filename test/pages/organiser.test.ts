import { ASKED_BY_ONE } from '../../src/organisers/makeOrganisers.ts'
import { askLink, showOrganiser } from '../../src/pages/organiser.ts'
import { showOrganiserLink, signIn, signOut } from '../../src/pages/organiserLink.ts'
import { VISIT_MS } from '../../src/responses/keys.ts'
import { NOW } from '../organisers/entries.ts'
import { organiserSite, requestAt } from './organiserSite.ts'

const ask = (address: string) => requestAt({ fields: { address: [address] } })

test('who is not signed in sees the form and nothing of the ledger', async () => {
  const { site } = organiserSite()
  expect(await showOrganiser(site, requestAt())).toMatchObject({ page: 'organiser' })
  expect(await showOrganiser(site, requestAt({ organiserKey: 'AAAAAAAAAAAAAAAAAAAAAA' }))).toMatchObject({
    page: 'organiser',
  })
})

test('a known and an unknown address get the same answer', async () => {
  const { site } = organiserSite()
  const answers = await Promise.all(
    ['ann@campaign.example', 'eve@elsewhere.example', ''].map((a) => askLink(site, ask(a))),
  )
  expect(answers).toEqual(Array(3).fill({ redirect: '/organiser/asked' }))
})

test('who asks too often is told how long to wait, with the address still there', async () => {
  const { site } = organiserSite()
  for (let asked = 0; asked < ASKED_BY_ONE; asked++) await askLink(site, ask('ann@campaign.example'))
  expect(await askLink(site, ask('ann@campaign.example'))).toMatchObject({
    ...{ page: 'organiser', status: 429, view: { address: 'ann@campaign.example' } },
    problems: [{ field: 'address', text: expect.stringContaining('15 minutes') }],
  })
})

test('to look at a link uses nothing up; to press its button signs in, once', async () => {
  const { site, desk } = organiserSite()
  await askLink(site, ask('ann@campaign.example'))
  await desk.rest()
  const request = requestAt({ params: { token: desk.tokens()[0]! } })
  for (let looks = 0; looks < 3; looks++) {
    expect(await showOrganiserLink(site, request)).toMatchObject({ page: 'organiser-link' })
  }
  const answer = await signIn(site, request)
  expect(answer).toMatchObject({
    redirect: '/organiser',
    organiserKey: { carry: expect.stringMatching(/^[\w-]{22}$/) },
  })
  expect(await signIn(site, request)).toMatchObject({ page: 'organiser', status: 422 })
})

test('a used, an old and an invented link are answered alike', async () => {
  const { site, desk } = organiserSite()
  await askLink(site, ask('ann@campaign.example'))
  await askLink(site, ask('ben@campaign.example'))
  await desk.rest()
  const [used, old] = desk.tokens()
  await signIn(site, requestAt({ params: { token: used! } }))
  const try1 = (token: string, now = NOW) => signIn(site, requestAt({ params: { token }, now }))
  const answers = await Promise.all([try1(used!), try1(old!, NOW + 3_600_000), try1('nothing'), try1('')])
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('a key is good for 12 hours, and no longer than until signing out', async () => {
  const { site, signedIn } = organiserSite()
  const organiserKey = await signedIn()
  const page = async (now: number) => showOrganiser(site, requestAt({ organiserKey, now }))
  expect(await page(NOW + VISIT_MS)).toMatchObject({ page: 'organiser-ledger' })
  expect(await page(NOW + VISIT_MS + 1)).toMatchObject({ page: 'organiser' })
  expect(await signOut(site, requestAt({ organiserKey }))).toEqual({
    ...{ redirect: '/organiser', organiserKey: { drop: true } },
  })
  expect(await page(NOW)).toMatchObject({ page: 'organiser' })
})
