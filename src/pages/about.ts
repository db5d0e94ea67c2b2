import { hasClosed } from '../consultation/closing.ts'
import { daysAfterLastChange } from '../responses/forgetting.ts'
import { consentWording, keptUntil } from './consent.ts'
import type { Controller } from './site.ts'
import { showLink } from './start.ts'

/** Who holds the answers, until when, who reads them, and what may become public. */
export const privacy: Controller = (site, { now }) => ({
  page: 'privacy',
  view: {
    holder: site.holder,
    until: keptUntil(site, now),
    daysAfterLastChange,
    backupDays: site.backupDays,
    consent: consentWording(site),
  },
})

export const whoWeAre: Controller = ({ consultation, holder }, { now }) => {
  const { petition } = consultation.links
  const campaign = petition ? showLink(petition, consultation, hasClosed(consultation, now)) : null
  return { page: 'who-we-are', view: { holder, campaign } }
}

export const accessibility: Controller = ({ holder }) => ({ page: 'accessibility', view: { holder } })
