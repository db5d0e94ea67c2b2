import { onTablet } from './onTablet.ts'
import { qrOf } from './qr.ts'

/** The link of somebody whose answers have left the tablet, as a QR code for their own phone. */
export const showOnPhone = onTablet(async ({ tablet }) => {
  const showing = await tablet.showing()
  if (!showing) return { redirect: '/stall' }
  return { page: 'on-phone', view: { qr: qrOf(showing.link), link: showing.link, sent: showing.sent } }
})
