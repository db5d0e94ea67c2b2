import { draftWords } from '../../src/delivery/draftWords.ts'
import { fingerprintOf } from '../../src/delivery/fingerprint.ts'
import { closing, HOUR, mopac, SECOND } from './samples.ts'
import { withPost } from './withPost.ts'

const day = closing - 24 * HOUR

test('nothing is sent in the name of an address that was not proved, or of another', () =>
  withPost(day, async ({ person, press, store, sending, time }) => {
    const ann = await person()
    await expect(press({ ...ann, address: 'ben@people.example' })).rejects.toThrow('not proved')
    await sending.askCode({ response: ann, key: ann.key }, 'ben@people.example', 'asker', time.clock())
    await expect(press({ ...ann, address: 'ben@people.example' })).rejects.toThrow('not proved')
    expect(await store.entries()).toEqual([])
  }))

test('nor from another browser than the one that proved it, though it has the response open', () =>
  withPost(day, async ({ person, press, store, responses, time }) => {
    const ann = await person()
    const { key } = (await responses.comeBack('visit', ann.key, time.clock()))!
    expect(await press({ ...ann, key })).toEqual({ gone: true })
    expect(await store.entries()).toEqual([])
    expect(await press(ann)).toHaveProperty('kept')
  }))

test('what is kept has the name from its question, the fingerprint and the times', () =>
  withPost(day, async ({ person, press, sending, time }) => {
    const ann = await person()
    const firstByteAt = time.clock()
    time.pass(3 * SECOND)
    await press(ann, 'press', firstByteAt)
    const [sent] = await sending.sent(ann.id)
    expect(sent?.submission).toMatchObject({
      ...{ version: 1, reference: ann.reference, fingerprint: 'print', firstByteAt, committedAt: time.clock() },
      frozen: { name: 'Ann', address: ann.address },
    })
    expect([sent?.response?.letter, sent?.copy?.letter]).toEqual(['response', 'copy'])
  }))

test('changed answers, sent again, are version 2 and travel beside version 1', () =>
  withPost(day, async ({ person, press, sending, responses, outbox, time, peer }) => {
    const ann = await person()
    await press(ann, 'first')
    await outbox.pass()
    await responses.save(ann.id, ann.key, { q1: 'yes' }, time.clock())
    expect(await press(ann, 'second')).toMatchObject({ kept: { version: 2 } })
    await outbox.pass()
    expect((await sending.sent(ann.id)).map(({ submission }) => submission.version)).toEqual([2, 1])
    const ids = peer.came.filter(({ text }) => text.startsWith('response')).map(({ text }) => text.split(' ')[1])
    expect(ids).toEqual([1, 2].map((version) => `<${ann.reference}.${version}@campaign.example>`))
  }))

test('a version that is kept wakes the outbox and the page, one that was kept before wakes nobody', () =>
  withPost(day, async ({ person, press, rung, bell }) => {
    const ann = await person()
    const page = bell.listen(ann.id)
    const before = rung.length
    await press(ann)
    expect([rung.length - before, await page.next(1)]).toEqual([1, true])
    await press(ann)
    expect([rung.length - before, await page.next(1)]).toEqual([1, false])
  }))

test('an old press with new answers keeps nothing and shows both', () =>
  withPost(day, async ({ person, press, responses, time, store }) => {
    const ann = await person()
    await press(ann, 'first')
    await responses.save(ann.id, ann.key, { q1: 'yes' }, time.clock())
    expect(await press(ann, 'first')).toMatchObject({ changed: { answers: { q1: 'yes' } } })
    expect(await store.entries()).toHaveLength(1)
  }))

test('a press for a response that was deleted is told so', () =>
  withPost(day, async ({ person, press, forget }) => {
    const ann = await person()
    await forget(ann.id)
    expect(await press(ann)).toEqual({ gone: true })
  }))

test('a fingerprint is another when a question, a box or the form is', async () => {
  const print = await fingerprintOf(mopac)
  expect(print).toMatch(/^[0-9a-f]{64}$/)
  const [page] = mopac.questionnaire.pages
  const others = [
    { ...mopac, questionnaire: { pages: [page!] } },
    { ...mopac, boxes: { ...mopac.boxes, marks: {} } },
    { ...mopac, official: mopac.official.slice(1) },
  ]
  expect(new Set([print, ...(await Promise.all(others.map(fingerprintOf)))]).size).toBe(4)
  expect(await fingerprintOf({ ...mopac })).toBe(print)
})

test('a draft goes to the body alone and says whose it is', () => {
  const { to, subject, text } = draftWords(mopac, { reference: 'K7MQ2FTD', answers: { name: 'Ann Onymous' } })
  expect(to).toBe(mopac.email.address)
  expect(subject).toMatch(/K7MQ-?2FTD/)
  expect(text).toMatch(/\n\nAnn Onymous\n$/)
  expect(draftWords(mopac, { reference: null, answers: {} }).subject).not.toContain('reference')
})
