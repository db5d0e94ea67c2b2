import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Road } from './road.ts'

/** Scripts of the product as they would be with something taken out of them: by address, what becomes of their text. */
export type Changed = Record<string, (script: string) => string>

type House = { address: string; road: Pick<Road, 'leadTo'> }

/**
 * Stands between a road and a house, and hands out changed scripts in place of the house's own: how a test sees that
 * it would notice what they do.
 */
export const standBetween = async (house: House, changed: Changed, use: () => Promise<void>): Promise<void> => {
  const wrong: unknown[] = []
  const server = createServer((req, res) => {
    const change = changed[req.url?.split('?')[0] ?? '']
    const asked = request(house.address + req.url, { method: req.method, headers: req.headers }, async (answer) => {
      if (!change) {
        res.writeHead(answer.statusCode ?? 502, answer.headers)
        return void answer.pipe(res)
      }
      try {
        const script = Buffer.from(change(await text(answer)))
        res.writeHead(200, { ...answer.headers, 'content-length': script.length }).end(script)
      } catch (error) {
        wrong.push(error)
        res.destroy()
      }
    })
    asked.on('error', () => res.destroy())
    req.pipe(asked)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  house.road.leadTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    await use()
  } finally {
    house.road.leadTo(house.address)
    server.closeAllConnections()
    server.close()
    expect(wrong).toEqual([])
  }
}
