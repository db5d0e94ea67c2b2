import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import express, { type Response as Reply } from 'express'
import { fill } from '../../../src/pdf/fill.ts'
import { answering } from '../children/answering.ts'
import { type Response, responsesOf } from '../material/responses.ts'
import { listed, OURS } from '../peers/list.ts'
import { answersOf } from '../peers/ourPack.ts'
import { marks, prepareOurs } from '../peers/ours.ts'

// A small server of the bench's own: every request is another person's, and their form is filled while they wait.

const [name, file] = process.argv.slice(2) as [string, string]
const form = { kind: 'fillable', bytes: new Uint8Array(await readFile(file)) } as const

const inTwoWrites = async () => {
  const prepared = await prepareOurs(form)
  return (response: Response, reply: Reply) => {
    const { head, tail } = fill(prepared, answersOf(response), marks)
    reply.setHeader('Content-Length', head.length + tail.length)
    reply.write(head)
    reply.end(tail)
  }
}

const inOneWrite = async () => {
  const fillOnce = await (await listed(name).load())(form, 'Latin Extended')
  return async (response: Response, reply: Reply) => {
    const bytes = await fillOnce(response)
    reply.setHeader('Content-Length', bytes.length)
    reply.end(bytes)
  }
}

const responses = responsesOf('Latin Extended', 64)
const send = await (name === OURS ? inTwoWrites : inOneWrite)()
let asked = 0

const app = express()
app.disable('x-powered-by')
app.get('/form.pdf', async (_request, reply) => {
  asked += 1
  reply.setHeader('Content-Type', 'application/pdf')
  await send(responses[asked % responses.length]!, reply)
})
const server = app.listen(0, '127.0.0.1')

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/form.pdf`
/** Whose form the next request gets. */
const next = () => (asked + 1) % responses.length

answering({ address, next })
