import { createHash, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

/** A name that only the test's own browser finds, on this machine: unlike `localhost` it must earn its padlock. */
export const HOST = 'stall.example'

/** A key and a certificate for HOST, and the print of its public key by which a browser is told to trust it alone. */
export type Certificate = { key: string; cert: string; print: string }

/** Makes a certificate that nobody else has. */
export const makeCertificate = async (): Promise<Certificate> => {
  const altNames = [{ type: 2 as const, value: HOST }]
  const { private: key, cert } = await generate([{ name: 'commonName', value: HOST }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    extensions: [{ name: 'subjectAltName', altNames }],
  })
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })
  return { key, cert, print: createHash('sha256').update(spki).digest('base64') }
}
