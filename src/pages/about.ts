import { hasClosed } from '../consultation/closing.ts'
import { daysAfterLastChange } from '../responses/forgetting.ts'
import { consentWording, keptUntil } from './consent.ts'
import { sendWording } from './sendConsent.ts'
import type { Controller } from './site.ts'
import { hasBothSides, showLink } from './start.ts'

/** Who holds the answers, until when, who reads them, and what may become public. */
export const privacy: Controller = (site, { now }) => ({
  page: 'privacy',
  view: {
    holder: site.holder,
    until: keptUntil(site, now),
    daysAfterLastChange,
    backupDays: site.backupDays,
    consent: consentWording(site),
    sendConsent: sendWording(site),
  },
})

/** Who runs this site, who does not, and how to reach the holder of the answers. */
export const whoWeAre: Controller = ({ consultation, holder }, { now }) => {
  const { petition } = consultation.links
  const campaign = petition ? showLink(petition, consultation, hasClosed(consultation, now)) : null
  return { page: 'who-we-are', view: { holder, campaign, bothSides: hasBothSides(consultation) } }
}

/** How this site is built for everybody, and whom to tell when something does not work. */
export const accessibility: Controller = ({ holder }) => ({ page: 'accessibility', view: { holder } })
