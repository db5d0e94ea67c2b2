import type { PageViews } from '../../src/pages/views.ts'

type DeskPages = Pick<PageViews, 'pair-tablet' | 'getting-ready'>

const action = '/stall/pair/AAAAAAAAAAAAAAAAAAAAAA'

/** A view for each page by which organisers and volunteers set a stall up, with as little in it as there can be. */
export const emptyDeskViews: DeskPages = {
  'pair-tablet': { action },
  'getting-ready': { shift: null },
}

/** The same with everything in it, at its longest. */
export const fullDeskViews: DeskPages = {
  'pair-tablet': { action },
  'getting-ready': {
    shift: { stall: 'Heathway, outside the library', place: 'Heathway Shopping Centre, Dagenham', card: 12 },
  },
}
