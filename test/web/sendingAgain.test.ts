import { mopac } from '../delivery/samples.ts'
import { Visitor } from './visitor.ts'
import { MORNING, type TestHouse } from './withHouse.ts'
import type { Post } from './withPost.ts'
import { fieldIn, sendOnce, withPost } from './withPost.ts'

const MINUTE = 60_000

/** Somebody who has sent an answer; `until` waits for words on a page of theirs. */
const sender = async (test: TestHouse & Post) => {
  const visitor = new Visitor(test.address)
  await visitor.begin()
  await visitor.post('/questions/q4', { q4: 'no' })
  await sendOnce(visitor, test)
  const until = async (path: string, words: string): Promise<string> => {
    for (;;) {
      const { text } = await visitor.get(path)
      if (text.includes(words)) return text
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { visitor, until }
}

test('who comes back to “Send it” after the body’s yes reads that it is enough', () =>
  withPost(async (test) => {
    const { visitor, until } = await sender(test)
    const text = await until('/send', 'Version 1: accepted by MOPAC’s mail server')
    expect(text).toContain('You need no other way.')
    expect(text).toContain('You pressed Send for these answers')
    expect(text).not.toMatch(/Here are|One of them is enough|have sent these/)

    const sent = (await visitor.get('/sent')).text
    expect(sent).toContain('You need do nothing more. Keep your reference.')
    expect(sent).toContain(await test.house.site.responses.returnCodeOf(visitor.cookies.get('visit')!))
    expect(sent).toMatch(/<summary>What the mail server said<\/summary><p>250 /)

    await visitor.get('/questions/q4')
    await visitor.post('/questions/q4', { q4: 'yes' })
    for (const path of ['/check', '/tasks', '/sent']) {
      const { text } = await visitor.get(path)
      expect([path, text.includes('<a class="button" href="/send#we-send">Send version 2</a>')]).toEqual([path, true])
      expect(text).not.toContain('You need do nothing more')
    }
    const changed = (await visitor.get('/send')).text
    expect(changed).toContain('Your answers have changed since version 1')
    expect(changed).not.toContain('You need no other way')
  }))

test('after a refusal “Send it” says so, offers the other ways, and claims nothing', () =>
  withPost(
    async (test) => {
      test.setClock(mopac.closesAtMs - MINUTE)
      const { visitor, until } = await sender(test)
      const text = await until('/send', 'Version 1: not delivered: do this now.')
      expect(text).toContain('Here are three ways')
      expect(text).not.toMatch(/have sent these|You need no other way/)
      test.setClock(mopac.closesAtMs + MINUTE)
      expect((await visitor.get('/send')).text).toContain('Here are two ways; the consultation has closed')
    },
    { mode: (place, count) => (place === 'message' && count === 2 ? '5xx-at-rcpt' : 'accept') },
  ))

test('who posted these answers needs no other way, until they change them', () =>
  withPost(async (test) => {
    const visitor = new Visitor(test.address)
    await visitor.begin()
    await visitor.post('/questions/q4', { q4: 'no' })
    await visitor.get('/send')
    await visitor.post('/send/own', { way: 'post' })
    expect((await visitor.get('/send')).text).toMatch(/You told us that you posted it, at .* You need no other way\./)
    expect((await visitor.get('/tasks')).text).toContain('<a href="/sent">Where your response stands</a>')
    test.setClock(MORNING + MINUTE)
    await visitor.post('/questions/q4', { q4: 'yes' })
    expect((await visitor.get('/send')).text).not.toContain('You need no other way')
  }))

test('what was said by mistake can be taken back, and nothing stands there any more', () =>
  withPost(async (test) => {
    const visitor = new Visitor(test.address)
    await visitor.begin()
    await visitor.post('/questions/q4', { q4: 'no' })
    const { text } = await visitor.get('/send')
    expect(text).not.toMatch(/I have handed it in|Where your response stands/)
    await visitor.post('/send/own', { way: 'post' })
    expect((await visitor.get('/sent')).text).toContain('That was a mistake')
    expect((await visitor.post('/send/own', { way: 'none' })).location).toBe('/sent')
    expect((await visitor.get('/sent')).location).toBe('/send')
  }))

test('the sixth version within an hour has to wait, and nothing of it is lost', () =>
  withPost(async (test) => {
    const { visitor } = await sender(test)
    const pressed = async (words: string) => {
      await visitor.get('/questions/q4')
      await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': words })
      const { text } = await visitor.get('/send')
      return visitor.post('/send', { press: fieldIn(text, 'press'), seen: fieldIn(text, 'seen'), agree: 'yes' })
    }
    for (const words of ['two', 'three', 'four', 'five']) expect((await pressed(words)).location).toBe('/sent')
    const sixth = await pressed('six, and kept')
    expect(sixth.status).toBe(429)
    expect(sixth.text).toContain('Nothing was sent just now')
    expect((await visitor.get('/check')).text).toContain('six, and kept')
  }))
