import type { Records } from '../../src/doctor/records.ts'

/** Records of a DNS that a test makes up. */
export type Zone = {
  texts?: Record<string, string[]>
  mailServers?: Record<string, string[]>
  addresses?: Record<string, string[]>
}

const none = () => Object.assign(new Error('no such record'), { code: 'ENODATA' })
const timeout = () => Object.assign(new Error('queryTxt ETIMEOUT'), { code: 'ETIMEOUT' })

/** A DNS with these records and no others. */
export const zone = ({ texts = {}, mailServers = {}, addresses = {} }: Zone): Records => {
  const look = async <T>(found: T[] | undefined): Promise<T[]> => found ?? Promise.reject(none())
  return {
    texts: (name) => look(texts[name]),
    mailServers: (domain) => look(mailServers[domain]?.map((exchange, priority) => ({ exchange, priority }))),
    addresses: (host) => look(addresses[host]),
  }
}

/** A DNS that never answers, as without a network. */
export const silence: Records = {
  texts: async () => Promise.reject(timeout()),
  mailServers: async () => Promise.reject(timeout()),
  addresses: async () => Promise.reject(timeout()),
}
