const atoms = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const typedDomain = /^[\p{L}\p{M}\p{Nd}.-]+$/u
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** A domain as mail servers know it: small letters, punycode; null when it is none, or a number. */
const domainIn = (typed: string): string | null => {
  if (!typedDomain.test(typed) || !URL.canParse(`http://${typed}`)) return null
  const domain = new URL(`http://${typed}`).hostname
  const labels = domain.split('.')
  const isName = labels.length > 1 && labels.every((one) => label.test(one)) && /[a-z]/.test(labels.at(-1)!)
  return isName && domain.length <= 253 ? domain : null
}

/**
 * The one plain mailbox that somebody typed, its domain in small letters and punycode, or null: no list, group, shown name,
 * comment, quotes or line break; at most 64 characters before the @ and 254 in all (RFC 5321, 4.5.3.1; erratum 1690).
 */
export const mailboxIn = (typed: string): string | null => {
  const words = typed.trim()
  const at = words.lastIndexOf('@')
  const local = words.slice(0, at)
  if (at < 1 || local.length > 64 || words.length > 254 || !atoms.test(local)) return null
  const domain = domainIn(words.slice(at + 1))
  const mailbox = `${local}@${domain}`
  return domain && mailbox.length <= 254 ? mailbox : null
}

/** Whose mailbox it is, for counting: small letters, and what stands before a "+" (RFC 5233: the rest is its owner's own affair). */
export const ownerOf = (mailbox: string): string => {
  const at = mailbox.lastIndexOf('@')
  return `${mailbox.slice(0, at).split('+')[0] || mailbox.slice(0, at)}${mailbox.slice(at)}`.toLowerCase()
}

/** A mailbox that shows its owner which one it is, and tells nobody else: "d…@person.example". */
export const veiled = (mailbox: string): string => `${mailbox.slice(0, 1)}…${mailbox.slice(mailbox.lastIndexOf('@'))}`

/** The domain of a plain mailbox. */
export const domainOf = (mailbox: string): string => mailbox.slice(mailbox.lastIndexOf('@') + 1)
