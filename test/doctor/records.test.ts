import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { lookUp, machineRecords } from '../../src/doctor/records.ts'

/** A DNS server on loopback that answers each question with this code, or never. */
const withServer = async (code: number | null, use: (server: string) => Promise<void>) => {
  const socket = createSocket('udp4')
  socket.on('message', (question, { port, address }) => {
    if (code === null) return
    const answer = Buffer.from(question)
    answer.writeUInt16BE(0x8180 | code, 2)
    socket.send(answer, port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  await use(`127.0.0.1:${socket.address().port}`).finally(() => socket.close())
}

test('a name that is not there, and a name without such a record, have none', async () => {
  for (const code of [3, 0]) {
    await withServer(code, async (server) => {
      const records = machineRecords([server])
      expect(await lookUp(records.texts('campaign.example'))).toEqual({ found: [] })
      expect(await lookUp(records.mailServers('campaign.example'))).toEqual({ found: [] })
      expect(await lookUp(records.addresses('campaign.example'))).toEqual({ found: [] })
    })
  }
})

test('a server that is broken, or never answers, has said nothing', async () => {
  for (const code of [2, null]) {
    await withServer(code, async (server) => {
      expect(await lookUp(machineRecords([server]).texts('campaign.example'))).toEqual({ silent: expect.any(String) })
    })
  }
})
