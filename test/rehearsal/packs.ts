import { momentIn } from '../../src/consultation/moments.ts'

const packOf = (id: string, closesAt: string, timeZone: string) => ({
  id,
  timeZone,
  closesAtMs: momentIn(closesAt, timeZone),
})
export const mopac = packOf('mopac-2017', '2017-10-06T17:30', 'Europe/London')
export const harbour = packOf('harbour', '2031-03-28T12:00', 'Australia/Sydney')
