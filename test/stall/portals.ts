import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { digestOf, signReceipt } from '../../src/stall/receipt.ts'

const PAGE = '<!doctype html><title>Wifi</title><p>Welcome! Room number?'

const answer =
  (status: number, headers: Record<string, string>, body = ''): RequestListener =>
  (_req, res) =>
    void res.writeHead(status, headers).end(body)

const json = (status: number, words: unknown): RequestListener =>
  answer(status, { 'content-type': 'application/json' }, JSON.stringify(words))

const halfAnAnswer: RequestListener = (_req, res) =>
  void res.writeHead(200, { 'content-length': 400 }).end('{"receipt":', () => res.destroy())

/** Somebody who read our source: a receipt for just this id and these bytes, signed by a key of their own. */
const forging = async (): Promise<RequestListener> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
  const own = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return async (req, res) => {
    const digest = await digestOf(new Uint8Array(await buffer(req)))
    const id = req.url?.split('/').at(-1) ?? ''
    const receipt = await signReceipt(own, { id, digest, at: 0, reference: 'AAAAAAAA', late: false })
    json(200, { receipt })(req, res)
  }
}

/** What may answer in our server's place, by name; `another` is what our own server said to another response. */
export const portals = async (another: unknown): Promise<Record<string, RequestListener>> => ({
  'a page': answer(200, { 'content-type': 'text/html' }, PAGE),
  'a page that says it is JSON': answer(200, { 'content-type': 'application/json' }, PAGE),
  'a way to another site': answer(302, { location: 'http://login.example/' }),
  'a way within ours': answer(302, { location: '/login' }),
  nothing: answer(204, {}),
  'half an answer': halfAnAnswer,
  'other JSON': json(200, { ok: true }),
  'no receipt': json(200, { receipt: null }),
  'a receipt of no shape': json(200, { receipt: { words: '{}', signature: '' } }),
  'a receipt that nobody signed': json(200, { receipt: { words: '{"id":"1"}', signature: 'AAAA' } }),
  'our receipt for another response': json(200, another),
  'a refusal': json(401, { refused: 'revoked', words: 'Please pay for more time.' }),
  'an error': json(502, { error: 'bad gateway' }),
  'a receipt of another server': await forging(),
})
