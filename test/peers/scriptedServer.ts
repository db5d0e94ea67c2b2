import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Runs `use` with a server on loopback that answers each line as `answer` says, ends of line left out; null is silence. */
export const withScript = async <Result>(
  answer: (line: string) => string | null,
  use: (server: { url: string; lines: string[] }) => Promise<Result>,
): Promise<Result> => {
  const lines: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.write('220 script\r\n')
    let rest = ''
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString('latin1')).split('\r\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        const words = answer(line)
        if (words) socket.write(`${words}\r\n`)
      }
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    return await use({ url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, lines })
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}
