import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { messageWriter } from '../../src/mail/writeMessage.ts'
import { LETTER } from './letters.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const write = messageWriter({ domain: 'campaign.example', selector: 'respond', privateKey })

// RFC 6376, 3.4: both parts "relaxed".
const relaxed = (field: string) => {
  const [, name, value] = /^([^:]+):([\s\S]*)$/.exec(field)!
  return `${name!.toLowerCase().trim()}:${value!
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`
}
const relaxedBody = (body: string) =>
  body
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)+$/, '\r\n')

const isSigned = (message: Uint8Array): boolean => {
  const [, head, body] = /^([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(Buffer.from(message).toString('latin1'))!
  const fields = head!.split(/\r\n(?![ \t])/)
  const signature = fields.find((field) => /^dkim-signature:/i.test(field))!
  const tag = (name: string) => new RegExp(`[:;]\\s*${name}=([^;]*)`).exec(signature)?.[1]?.replace(/\s/g, '') ?? ''
  const signed = tag('h')
    .split(':')
    .map((name) => relaxed(fields.find((field) => field.toLowerCase().startsWith(`${name}:`))!))
  const text = [...signed, relaxed(signature).replace(/b=[^;]*$/, 'b=')].join('\r\n')
  const bodyHash = createHash('sha256').update(relaxedBody(body!), 'latin1').digest('base64')
  return bodyHash === tag('bh') && verify('sha256', Buffer.from(text), publicKey, Buffer.from(tag('b'), 'base64'))
}

describe('a DKIM signature', () => {
  test('holds for the message as it stands', async () => expect(isSigned(await write(LETTER))).toBe(true))

  test('breaks when a word of it is changed', async () => {
    const message = Buffer.from(await write(LETTER)).toString('latin1')
    expect(isSigned(Buffer.from(message.replace('Ann Brown via', 'Eve Brown via'), 'latin1'))).toBe(false)
    expect(isSigned(Buffer.from(message.replace('My response', 'Our response'), 'latin1'))).toBe(false)
  })
})
