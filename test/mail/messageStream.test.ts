import { once } from 'node:events'
import { Writable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { messageStream } from '../../src/mail/messageStream.ts'

const MESSAGE = Buffer.alloc(300_000, 'x')

/** A message's stream on its way into something that notes what it gets, with phases that are let go by hand. */
const onItsWay = () => {
  const seen: string[] = []
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const asked = (name: string, { promise }: PromiseWithResolvers<void>) => {
    seen.push(`${name}?`)
    return promise
  }
  const message = messageStream(MESSAGE, {
    bodyBegun: () => asked('begun', begun),
    bodyEnded: () => asked('ended', ended),
  })
  const into = new Writable({
    write(chunk: Buffer, _, done) {
      if (!seen.includes('bytes')) seen.push('bytes')
      length += chunk.length
      done()
    },
  })
  let length = 0
  into.on('finish', () => seen.push('end'))
  return { seen, begun, ended, message, into, length: () => length }
}

// Long enough for all that could go on by itself to have done so.
const idle = async () => {
  for (let turns = 0; turns < 20; turns += 1) await turn()
}

describe('a message on its way out', () => {
  test('is not begun before it is read', async () => {
    const { message, seen } = onItsWay()
    message.open()
    await idle()
    expect(seen).toEqual([])
  })

  test('waits with its first byte and with its end', async () => {
    const { message, seen, begun, ended, into, length } = onItsWay()
    message.open().pipe(into)
    await idle()
    expect(seen).toEqual(['begun?'])
    begun.resolve()
    await idle()
    expect([seen, length()]).toEqual([['begun?', 'bytes', 'ended?'], MESSAGE.length])
    expect(message.mayHaveArrived()).toBe(false)
    ended.resolve()
    await once(into, 'finish')
    expect(message.mayHaveArrived()).toBe(true)
  })

  test('goes no further once it is stopped, and the stop waits for the phase that is being told', async () => {
    const { message, seen, begun, ended, into } = onItsWay()
    message.open().pipe(into)
    begun.resolve()
    await idle()
    let stopped = false
    const stopping = message.stop().then(() => {
      stopped = true
    })
    await idle()
    expect(stopped).toBe(false)
    ended.resolve()
    await stopping
    await idle()
    expect([seen, message.mayHaveArrived()]).toEqual([['begun?', 'bytes', 'ended?'], false])
  })

  test('that was not begun may be opened again, one that was not', async () => {
    const { message, seen, begun, ended, into } = onItsWay()
    message.open().destroy()
    message.open().pipe(into)
    begun.resolve()
    ended.resolve()
    await once(into, 'finish')
    const [error] = await once(message.open().resume(), 'error')
    expect(error).toEqual(new Error('The message began to go out on an earlier connection.'))
    expect(seen).toEqual(['begun?', 'bytes', 'ended?', 'end'])
  })
})
