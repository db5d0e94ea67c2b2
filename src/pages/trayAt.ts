import type { Sides, Stall, Waiting } from '../stall/stall.ts'
import { whenOrganiser } from './organiser.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'

/** A stall's tray as whoever looks at it has it: at which address, what they see of it, and how their printer is fed. */
export type TrayAt = {
  stall: Stall
  home: string
  back: string
  /** True for volunteers of a stall that was closed: what comes after that is the organisers'. */
  over: boolean
  tray(): Promise<Waiting[]>
  sides: Sides
  keepSides(sides: Sides): Promise<void>
}

type AtTray = (site: Site, request: PageRequest, at: TrayAt) => Outcome | Promise<Outcome>

/** How a printer is fed, where a request says so. */
export const sidesIn = ({ fields, query }: PageRequest): Sides | null => {
  const said = fields.sides?.[0] ?? query.sides
  return said === 'one' || said === 'two' ? said : null
}

const atStall =
  (controller: AtTray): Controller =>
  async (site, request) => {
    const shift = request.shiftKey === null ? null : await site.stalls.shiftOf(request.shiftKey, request.now)
    if (!shift) return { page: 'getting-ready', status: 403, view: { shift: null } }
    const { id, stall, sides } = shift
    const keepSides = (chosen: Sides) => site.stalls.setSides(id, chosen)
    const over = stall.closedAt !== null
    const tray = async () => (over ? [] : site.stalls.tray(stall.id))
    return controller(site, request, { stall, home: '/stall', back: '/stall', over, tray, sides, keepSides })
  }

const forOrganiser = (controller: AtTray): Controller =>
  whenOrganiser(async (site, request) => {
    const stall = await site.stalls.one(request.params.id ?? '')
    if (!stall) return { page: 'not-found', status: 404, view: {} }
    const home = `/organiser/stalls/${stall.id}`
    // Nothing is kept for an organiser: the address says it.
    const sides = sidesIn(request) ?? 'two'
    const tray = () => site.stalls.tray(stall.id)
    return controller(site, request, { stall, home, back: home, over: false, tray, sides, keepSides: async () => {} })
  })

/** A controller for a stall's volunteers, by their tablet, and for organisers, by an address that names the stall. */
export const whenAtTray = (controller: AtTray): Controller => {
  const [volunteer, organiser] = [atStall(controller), forOrganiser(controller)]
  return (site, request) => (request.params.id === undefined ? volunteer : organiser)(site, request)
}
