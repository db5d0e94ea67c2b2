import type { PageRequest } from '../pages/request.ts'
import type { TabletHouse } from './house.ts'
import type { Using } from './kept.ts'

const fieldsOf = async (request: Request): Promise<Record<string, string[]>> => {
  if (request.method !== 'POST') return {}
  const fields: Record<string, string[]> = {}
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value]
  }
  return fields
}

/** What a tablet's own clock would say if it went like the server's (ms, UTC), as far as it was told. */
export const nowOf = async ({ books, clock }: TabletHouse): Promise<number> =>
  Math.round(clock() - ((await books.pairing())?.aheadMs ?? 0))

/** A request to the tablet itself as controllers know it, with the response of whoever uses it. */
export const pageRequestOn = async (
  house: TabletHouse,
  request: Request,
  params: Record<string, string>,
  using: Using | undefined,
): Promise<PageRequest> => {
  const { searchParams } = new URL(request.url)
  return {
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)])),
    query: Object.fromEntries(searchParams),
    fields: await fieldsOf(request),
    now: await nowOf(house),
    key: using?.visit ?? null,
    response: using ? await house.site.responses.openBy('visit', using.visit) : null,
    ...{ organiserKey: null, shiftKey: null, scanKey: null, pairingKey: null, asker: '' },
  }
}
