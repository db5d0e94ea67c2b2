import { Resolver } from 'node:dns/promises'
import { codeOf, inTime, reasonOf } from './patience.ts'

/** What is asked of the DNS. Rejects with `code` ENOTFOUND or ENODATA where there is no such record. */
export type Records = {
  texts(name: string): Promise<string[]>
  mailServers(domain: string): Promise<{ exchange: string; priority: number }[]>
  addresses(host: string): Promise<string[]>
}

/** The DNS as this machine asks it, or as these servers answer. */
export const machineRecords = (servers: string[] = []): Records => {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  if (servers.length > 0) resolver.setServers(servers)
  return {
    texts: async (name) => (await resolver.resolveTxt(name)).map((chunks) => chunks.join('')),
    mailServers: (domain) => resolver.resolveMx(domain),
    async addresses(host) {
      const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
      const found = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
      if (found.length === 0 && asked[0].status === 'rejected') throw asked[0].reason
      return found
    },
  }
}

/** Records that were looked up: found, perhaps none, or no answer from the DNS and why. */
export type LookedUp<T> = { found: T[] } | { silent: string }

const isNone = (error: unknown): boolean => ['ENOTFOUND', 'ENODATA'].includes(codeOf(error) ?? '')

/** Looks records up within the doctor's patience; no such name and no such record are both none. */
export const lookUp = async <T>(asked: Promise<T[]>): Promise<LookedUp<T>> => {
  try {
    return { found: await inTime(asked) }
  } catch (error) {
    return isNone(error) ? { found: [] } : { silent: reasonOf(error) }
  }
}

/** What to do where the DNS did not answer. */
export const ASK_AGAIN = 'Run doctor again where the DNS answers; dig asks by hand.'
