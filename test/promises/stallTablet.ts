import { Tablet } from '../web/atStall.ts'
import type { Answered } from '../web/visitor.ts'

const STALL = '203.0.113.7'

/** A tablet behind the stall's address, as a proxy tells it. */
export class StallTablet extends Tablet {
  override send(path: string, init: RequestInit): Promise<Answered> {
    return super.send(path, { ...init, headers: { ...init.headers, 'x-forwarded-for': STALL } })
  }
  override get(path: string): Promise<Answered> {
    return this.send(path, {})
  }
  override post(path: string, fields: Record<string, string> = {}): Promise<Answered> {
    return this.send(path, { method: 'POST', body: new URLSearchParams({ token: this.token, ...fields }) })
  }
}
