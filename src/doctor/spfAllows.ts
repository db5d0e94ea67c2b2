import { BlockList, isIPv6 } from 'node:net'
import type { Records } from './records.ts'

/** How an SPF record ends for an address: allowed, for others only, or more names than may be looked up (RFC 7208, 4.6.4). */
export type SpfVerdict = 'pass' | 'fail' | 'too many look-ups'

const MOST_LOOK_UPS = 10

const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

const isWithin = (address: string, network: string): boolean => {
  const [from = '', bits] = network.split('/')
  const list = new BlockList()
  list.addSubnet(from, Number(bits ?? (isIPv6(from) ? 128 : 32)), family(from))
  return list.check(address, family(address))
}

/** The SPF record among a domain's texts; null where there is none. */
export const spfIn = (texts: string[]): string | null => texts.find((text) => /^v=spf1(\s|$)/i.test(text)) ?? null

/** Whether a domain's SPF record lets an address send. Reads ip4, ip6, a, mx, include and redirect; others never match. */
export const spfAllows = async (records: Records, domain: string, address: string): Promise<SpfVerdict> => {
  let left = MOST_LOOK_UPS
  const count = <T>(asked: Promise<T[]>): Promise<T[]> => {
    left -= 1
    return left < 0 ? Promise.reject(new RangeError('too many look-ups')) : asked.catch(() => [])
  }
  const hasHost = async (host: string) => (await records.addresses(host).catch((): string[] => [])).includes(address)
  const someServer = async (host: string) => {
    const servers = await count(records.mailServers(host))
    return (await Promise.all(servers.map(({ exchange }) => hasHost(exchange)))).includes(true)
  }

  const matches = async (term: string, at: string): Promise<boolean> => {
    const [, name = '', value] = /^\+?([a-z0-9]+)(?:[:=](.+))?$/i.exec(term) ?? []
    switch (name.toLowerCase()) {
      case 'all':
        return true
      case 'ip4':
      case 'ip6':
        return value !== undefined && isWithin(address, value)
      case 'a':
        return (await count(records.addresses(value ?? at))).includes(address)
      case 'mx':
        return someServer(value ?? at)
      case 'include':
      case 'redirect':
        return value !== undefined && passes(value, spfIn(await count(records.texts(value))))
      default:
        return false
    }
  }
  const passes = async (at: string, record: string | null): Promise<boolean> => {
    for (const term of (record ?? '').split(/\s+/).slice(1)) if (await matches(term, at)) return true
    return false
  }

  try {
    return (await passes(domain, spfIn(await records.texts(domain)))) ? 'pass' : 'fail'
  } catch (error) {
    if (error instanceof RangeError) return 'too many look-ups'
    throw error
  }
}
