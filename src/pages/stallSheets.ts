import { stallAt, whenStall } from './organiserStall.ts'
import { qrOf } from './qr.ts'
import { stallDay } from './stallWords.ts'

const typedAddress = (publicUrl: string): string => publicUrl.replace(/^https?:\/\//, '')

/** A stall's poster: one sheet that residents read with their own phones. */
export const showPoster = whenStall(async ({ consultation, holder, publicUrl }, _request, stall) => ({
  page: 'organiser-poster',
  view: {
    ...{
      qr: qrOf(`${publicUrl}/`),
      site: typedAddress(publicUrl),
      lead: consultation.lead,
      minutes: consultation.minutes,
    },
    ...{ place: stall.place, day: stallDay(stall), holder, back: stallAt(stall) },
  },
}))

/** A stall's cards that were not used yet, several on a sheet. */
export const showCards = whenStall(async ({ stalls, publicUrl }, _request, stall) => {
  const unused = stall.shifts.filter(({ pairedAt, revokedAt }) => pairedAt === null && revokedAt === null)
  const cardOf = async ({ id, number }: (typeof unused)[number]) => ({
    number,
    qr: qrOf(`${publicUrl}/stall/pair/${await stalls.cardOf(id)}`),
  })
  return {
    page: 'organiser-cards',
    view: {
      ...{ stall: stall.name, place: stall.place, day: stallDay(stall), back: stallAt(stall) },
      cards: await Promise.all(unused.map(cardOf)),
    },
  }
})
