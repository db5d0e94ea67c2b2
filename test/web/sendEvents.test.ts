import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { endIdle } from '../../src/web/idle.ts'
import { sendEvents } from '../../src/web/sendEvents.ts'

const watching = async (events: AsyncIterable<string>, use: (address: string) => Promise<void>) => {
  const app = express()
  app.get('/', (_req, res) => void sendEvents(res, { events }).catch(() => res.destroy()))
  const server = createServer(app)
  endIdle(server, 1000)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

test('events go out one by one, as they come, and the stream ends with them', async () => {
  const second = Promise.withResolvers<void>()
  const events = async function* () {
    yield 'changed'
    await second.promise
    yield 'changed'
  }
  await watching(events(), async (address) => {
    const answer = await fetch(address)
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('event: changed\ndata:\n\n')
    second.resolve()
    expect((await reader.read()).value).toBe('event: changed\ndata:\n\n')
    expect((await reader.read()).done).toBe(true)
  })
})

test('nothing is made any more for a visitor who has gone', async () => {
  const ended = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  const events = async function* () {
    try {
      yield 'changed'
      await gone.promise
      yield 'changed'
    } finally {
      ended.resolve()
    }
  }
  await watching(events(), async (address) => {
    const leaving = new AbortController()
    const answer = await fetch(address, { signal: leaving.signal })
    await answer.body!.getReader().read()
    leaving.abort()
    gone.resolve()
    await ended.promise
  })
})

test('events that fail end the stream and harm nobody else', async () => {
  const events = async function* () {
    yield 'changed'
    throw new Error('the store is away')
  }
  await watching(events(), async (address) => {
    const text = await fetch(address).then(
      (answer) => answer.text(),
      () => 'ended',
    )
    expect(text).toMatch(/^event: changed|^ended$/)
    expect((await fetch(address)).status).toBe(200)
  })
})
