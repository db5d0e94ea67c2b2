import { join } from 'node:path'
import { setImmediate as soon } from 'node:timers/promises'
import type { Config } from '../../src/config.ts'
import { withFolder } from '../storage/folder.ts'
import { Visitor } from '../web/visitor.ts'
import { type TestHouse, withHouse } from '../web/withHouse.ts'

const config = (folder: string, rehearsal: boolean): Partial<Config> => ({
  mail: {
    by: { folder: join(folder, 'post') },
    from: 'respond@campaign.example',
    bounceAddress: null,
    dkim: null,
    perSecond: 100,
  },
  organisers: ['ann@campaign.example'],
  rehearsal,
})

const withOrganisers = (use: (test: TestHouse) => Promise<void>, rehearsal = true) =>
  withFolder((folder) => withHouse(use, { config: config(folder, rehearsal) }))

/** Asks for a link and looks into the rehearsal's post until it is there. */
const linkFor = async (visitor: Visitor, address: string): Promise<string> => {
  await visitor.get('/organiser')
  expect(await visitor.post('/organiser', { address })).toMatchObject({ status: 303, location: '/organiser/asked' })
  for (;;) {
    const { text } = await visitor.get('/rehearsal/post')
    const [link] = /\/organiser\/link\/[\w-]{22}/.exec(text) ?? []
    if (link) return link
    await soon()
  }
}

test('an organiser finds the link in the rehearsal’s post, signs in, sees the ledger, and signs out', () =>
  withOrganisers(async ({ address }) => {
    const visitor = new Visitor(address)
    const link = await linkFor(visitor, 'ann@campaign.example')
    await visitor.get(link)
    expect(await visitor.post(link)).toMatchObject({ status: 303, location: '/organiser' })
    const { status, text, headers } = await visitor.get('/organiser')
    expect([status, headers.get('cache-control')]).toEqual([200, expect.stringContaining('no-store')])
    expect(text).toContain('<strong>271 hours 30 minutes</strong>')
    await visitor.post('/organiser/sign-out')
    expect((await visitor.get('/organiser')).text).toContain('Send me a link')
    await visitor.get(link)
    expect((await visitor.post(link)).status).toBe(422)
  }))

test('a wrong link is tried twenty times and then no more, and a right one still signs in', () =>
  withOrganisers(async ({ address }) => {
    const visitor = new Visitor(address)
    const link = await linkFor(visitor, 'ann@campaign.example')
    const statuses = []
    for (let tries = 0; tries <= 20; tries++) {
      const wrong = `/organiser/link/${String(tries).padStart(22, 'A')}`
      await visitor.get(wrong)
      statuses.push((await visitor.post(wrong)).status)
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([422, 429])
    await visitor.get(link)
    expect((await visitor.post(link)).status).toBe(303)
  }))

test('nothing of the ledger, and no button of it, is there for others', () =>
  withOrganisers(async ({ address }) => {
    const visitor = new Visitor(address)
    for (const path of ['/organiser/try-again', '/organiser/tell']) {
      await visitor.get('/organiser')
      expect((await visitor.post(path, { letter: 'd1' })).text).toContain('Send me a link')
      expect(await visitor.get(path)).toMatchObject({ status: 303, location: '/organiser' })
    }
  }))

test('the product for real shows nobody its post', () =>
  withOrganisers(async ({ address }) => {
    expect((await new Visitor(address).get('/rehearsal/post')).status).toBe(404)
  }, false))
