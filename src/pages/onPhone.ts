import { onTablet } from './onTablet.ts'
import { qrOf } from './qr.ts'
import { emptied } from './shift.ts'

/** The link of somebody whose answers have left the tablet, as a QR code for their own phone. */
export const showOnPhone = onTablet(async ({ tablet }) => {
  const showing = await tablet.showing()
  if (!showing) return { redirect: emptied('finished', true) }
  return { page: 'on-phone', view: { qr: qrOf(showing.link), link: showing.link, sent: showing.sent } }
})
