import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const readyAt = async (address: string) => {
  const { status, text } = await new Visitor(address).get('/ready')
  return { status, ...JSON.parse(text) }
}

test('without mail all is ready once the database takes a write', () =>
  withHouse(async ({ address }) => {
    expect(await readyAt(address)).toEqual({
      ...{ status: 200, ready: true, database: true, outbox: null, oldestUnsentMs: null },
    })
  }))

test('with mail it is not ready until some outbox goes round', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'post-'))
  const mail = { by: { folder }, from: 'respond@campaign.example', bounceAddress: null, dkim: null, perSecond: 5 }
  await withHouse(
    async ({ address }) => {
      expect(await readyAt(address)).toMatchObject({ status: 503, ready: false, database: true, outbox: false })
    },
    { config: { mail } },
  )
  await withHouse(
    async ({ address, house }) => {
      await house.outbox?.pass()
      expect(await readyAt(address)).toMatchObject({ status: 200, ready: true, outbox: true })
    },
    { config: { mail } },
  )
  await rm(folder, { recursive: true })
})
