import { Buffer } from 'node:buffer'
import type { Request } from 'express'
import type { PageRequest } from '../pages/request.ts'
import type { Site } from '../pages/site.ts'
import { keyIn } from './cookies.ts'
import { goneSignal } from './gone.ts'
import { askerIn, pairingKeyIn } from './whoAsks.ts'

const strings = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')

const eachAsList = (values: object | undefined): Record<string, string[]> =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, strings(value)]))

const firsts = (values: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(eachAsList(values)).flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
  )

/** The fields of a body that was read, each name with every value sent under it; none where none was. */
export const fieldsIn = ({ body }: Request): Record<string, string[]> => (Buffer.isBuffer(body) ? {} : eachAsList(body))

// One file of a form, or a body that was read as it is.
const fileIn = ({ file, body }: Request): { bytes: Uint8Array } | null => {
  const bytes = file?.buffer ?? (Buffer.isBuffer(body) ? body : null)
  return bytes && { bytes: new Uint8Array(bytes) }
}

/** An Express request as plain data, with the response that the browser's key opens. `now` is ms, UTC. */
export const pageRequestOf = async (site: Site, req: Request, now: number, https: boolean): Promise<PageRequest> => {
  const key = keyIn(req, https)
  const file = fileIn(req)
  return {
    params: firsts(req.params),
    query: firsts(req.query),
    fields: fieldsIn(req),
    ...(file ? { file } : {}),
    ...(req.res ? { signal: goneSignal(req.res) } : {}),
    now,
    key,
    response: key ? await site.responses.visit(key, now) : null,
    organiserKey: keyIn(req, https, 'organiser'),
    shiftKey: keyIn(req, https, 'shift'),
    scanKey: keyIn(req, https, 'scan'),
    pairingKey: pairingKeyIn(req),
    asker: askerIn(req),
  }
}
