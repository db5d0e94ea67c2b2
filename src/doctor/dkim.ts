import { createPublicKey, type KeyObject } from 'node:crypto'
import { doubtful, type Finding, fine, wrong } from './finding.ts'
import { ASK_AGAIN, lookUp, type Records } from './records.ts'

/** The key that letters are signed with: its domain, the selector of its record, and the private half in PEM. */
export type SigningKey = { domain: string; selector: string; privateKey: string }

// RFC 6376, 3.6.1 for RSA (the whole SubjectPublicKeyInfo); RFC 8463, 4.2 for Ed25519 (the 32 bytes alone).
const publishedAs = (key: KeyObject): string => {
  const der = key.export({ type: 'spki', format: 'der' })
  return (key.asymmetricKeyType === 'ed25519' ? der.subarray(-32) : der).toString('base64')
}

const tagsIn = (record: string): Record<string, string> =>
  Object.fromEntries(
    record.split(';').map((tag) => {
      const [name = '', ...value] = tag.split('=')
      return [name.trim().toLowerCase(), value.join('=').replace(/\s/g, '')]
    }),
  )

const read = (privateKey: string): KeyObject | null => {
  try {
    return createPublicKey(privateKey)
  } catch {
    return null
  }
}

const recordFor = (key: KeyObject): string =>
  `v=DKIM1; k=${key.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'rsa'}; p=${publishedAs(key)}`

/** Whether the key that signs our letters is the one that the DNS shows. */
export const checkDkim = async (records: Records, signing: SigningKey | null): Promise<Finding> => {
  if (!signing) {
    return doubtful(
      'DKIM',
      'no key is set (DKIM_KEY), so that we sign nothing',
      'Ask your mail carrier whether it signs for your domain; else make a key: docs/running.md, under DNS.',
    )
  }
  const name = `${signing.selector}._domainkey.${signing.domain}`
  const about = `DKIM, ${name}`
  const key = read(signing.privateKey)
  if (!key) return wrong(about, 'DKIM_KEY holds no private key in PEM', 'Make one: openssl genrsa -out dkim.pem 2048')
  if ((key.asymmetricKeyDetails?.modulusLength ?? 2048) < 1024)
    return wrong(about, 'the key is shorter than 1024 bits, and counts for nothing', 'Make one of 2048 bits.')
  const texts = await lookUp(records.texts(name))
  if ('silent' in texts) return doubtful(about, `the DNS did not answer: ${texts.silent}`, ASK_AGAIN)
  const published = texts.found.map(tagsIn).find((tags) => 'p' in tags)
  const remedy = `Publish this TXT record there: ${recordFor(key)}`
  if (!published) return wrong(about, 'there is no record, so that every signature of ours fails', remedy)
  if (published.p === '') return wrong(about, 'the record takes its key back (p= is empty)', remedy)
  return published.p === publishedAs(key)
    ? fine(about, 'the record shows the key that signs our letters')
    : wrong(
        about,
        'the record shows another key than the one that signs, so that every signature of ours fails',
        remedy,
      )
}
