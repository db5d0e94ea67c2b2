import { whenOpen } from './open.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, OpenRequest, Site } from './site.ts'

/** A site that is a paired tablet. */
export type TabletSite = Site & { tablet: NonNullable<Site['tablet']> }

/** A controller of a tablet. On a server its address is none. */
export const onTablet =
  (controller: (site: TabletSite, request: PageRequest) => Outcome | Promise<Outcome>): Controller =>
  (site, request) => {
    const { tablet } = site
    return tablet ? controller({ ...site, tablet }, request) : { page: 'not-found', status: 404, view: {} }
  }

/** A controller for whoever is using a tablet just now and has said something. */
export const withPerson = (
  controller: (site: TabletSite, request: OpenRequest & { reference: string }) => Outcome | Promise<Outcome>,
): Controller =>
  onTablet((site, request) =>
    whenOpen((_site, open) => {
      const { reference } = open.response
      return reference ? controller(site, { ...open, reference }) : { redirect: '/stall/nothing-yet' }
    })(site, request),
  )
