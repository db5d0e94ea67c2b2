import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MORNING, type TestHouse, withHouse } from '../web/withHouse.ts'
import { makeCertificate } from './certificate.ts'
import { startTablet, type Tablet } from './chromium.ts'
import { buildRoad, type Road } from './road.ts'

/** A way that leads to any server, and browsers at its other end. */
export type Street = {
  road: Road
  /** Starts a tablet on a profile of this name; the same name again is the same tablet, started again. */
  tablet(name?: string, more?: string[]): Promise<Tablet>
  /** The folder of a tablet's profile. */
  profile(name?: string): string
}

/** Everything at a stall: the product behind HTTPS, the road to it, and tablets. */
export type AtStall = TestHouse & Street

/** Lets a test use a road and tablets; ends what is left of them, and leaves nothing behind. */
export const withStreet = async (use: (street: Street) => Promise<void>): Promise<void> => {
  const certificate = await makeCertificate()
  const road = await buildRoad(certificate)
  const folder = await mkdtemp(join(tmpdir(), 'stall-'))
  const profile = (name = 'tablet') => join(folder, name)
  const tablets: Tablet[] = []
  const tablet = async (name?: string, more: string[] = []) => {
    const started = await startTablet({ profile: profile(name), print: certificate.print, more })
    tablets.push(started)
    return started
  }
  try {
    await use({ road, tablet, profile })
  } finally {
    for (const one of tablets) await one.kill()
    await road.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A clock that can be set and goes on from there: a tablet goes by how its own stands to the server's. */
const runningClock = () => {
  let ahead = MORNING - performance.now()
  return {
    clock: () => Math.round(ahead + performance.now()),
    setClock(ms: number) {
      ahead = ms - performance.now()
    },
  }
}

/** Lets a test use the whole product as a stall has it: over HTTPS, with tablets whose profiles are real folders. */
export const withTablet = (
  story: (stall: AtStall) => Promise<void>,
  { config, ...options }: Parameters<typeof withHouse>[1] = {},
): Promise<void> =>
  withStreet((street) => {
    const { clock, setClock } = runningClock()
    const more = { publicUrl: street.road.address, config: { trustProxy: 1, ...config }, clock }
    return withHouse(
      (house) => {
        street.road.leadTo(house.address)
        return story({ ...house, ...street, setClock })
      },
      { ...more, steady: () => performance.now(), ...options },
    )
  })
