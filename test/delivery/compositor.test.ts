import { CannotBeMade } from '../../src/delivery/cannotBeMade.ts'
import { type CompositorParts, makeCompositor } from '../../src/delivery/compositor.ts'
import type { Contents } from '../../src/delivery/deliveryStore.ts'
import { readFields } from '../../src/pdf/found/readFields.ts'
import { pageTexts } from '../pdf/paper.ts'
import { tampered, words } from '../pdf/tampered.ts'
import { CANARY, contentsOf, form, frozen, made, now, parts, submission, version } from './composing.ts'
import { closing, MINUTE, mopac, takesLate } from './samples.ts'

test('the response speaks for its person, goes to the pack’s address alone, and has the filled form with every word', async () => {
  const mail = await made(contentsOf('response'))
  expect(mail.from).toMatchObject({ name: `Ann Onymous via ${mopac.title}`, address: 'respond@campaign.example' })
  expect(mail.replyTo).toMatchObject([{ name: 'Ann Onymous', address: 'ann@people.example' }])
  expect(mail.to).toMatchObject([{ address: mopac.email.address }])
  expect([mail.cc, mail.bcc]).toEqual([undefined, undefined])
  expect(mail.messageId).toBe('<K7MQ2FTD.1@campaign.example>')
  expect(mail.text).toContain(CANARY)
  expect(mail.attachments).toMatchObject([
    { filename: 'mopac-2017-response-K7MQ2FTD.pdf', mimeType: 'application/pdf', disposition: 'attachment' },
  ])
  const bytes = new Uint8Array(mail.attachments[0]!.content as ArrayBuffer)
  const onPaper = (await pageTexts(bytes)).join('\n')
  expect(onPaper).toContain(CANARY)
  expect(onPaper).toContain('K7MQ2FTD')
  expect(await readFields(bytes)).toEqual({})
})

test('whatever address is written elsewhere, the response has one recipient', async () => {
  const contents = contentsOf('response')
  const forged = { ...contents, letter: { ...contents.letter, to: 'mallory@people.example' } }
  expect((await made(forged)).to).toMatchObject([{ address: mopac.email.address }])
  expect(makeCompositor(parts).envelope({ id: 'd1' }, forged)).toEqual({
    from: 'bounces+d1@campaign.example',
    to: mopac.email.address,
  })
})

test('a name cannot become a header, and who left it blank is a resident', async () => {
  const name = 'Ann\r\nBcc: all@people.example'
  const mail = await made(contentsOf('response', version({ frozen: { ...frozen, name } })))
  expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(mail.to).toHaveLength(1)
  const blank = await made(contentsOf('response', version({ frozen: { ...frozen, name: null } })))
  expect(blank.from?.name).toBe(`A resident via ${mopac.title}`)
})

test('who has no email is answered by nobody’s address, and the help is told', async () => {
  const vouched = { by: 'card 12', at: now - MINUTE }
  const mail = await made(contentsOf('response', version({ frozen: { ...frozen, address: null, vouched } })))
  expect(mail.replyTo).toBeUndefined()
  expect(mail.text).toContain('card 12')
})

test('a second version says which one it replaces', async () => {
  const second = await made(contentsOf('response', { ...version({ id: 's2', version: 2 }), replaced: submission }))
  expect(second.subject).toContain('version 2')
  expect(second.headers.find(({ key }) => key === 'supersedes')?.value).toBe('<K7MQ2FTD.1@campaign.example>')
})

test('a late one carries its three times; its twin in time does not', async () => {
  const times = { onDeviceAt: closing - 19_000, firstByteAt: closing - 2_000, committedAt: closing + 4_000 }
  const late = await made(contentsOf('response', version(times)), { consultation: takesLate }, closing + 5_000)
  for (const time of ['17:29:41', '17:29:58', '17:30:04']) expect(late.text).toContain(time)
  expect((await made(contentsOf('response'))).text).not.toContain('17:29')
})

test('letters to a person go to them alone, are automatic, and have the form with them', async () => {
  for (const kind of ['copy', 'not-accepted', 'refused', 'bounced', 'late'] as const) {
    const mail = await made(contentsOf(kind))
    expect(mail.to).toMatchObject([{ address: 'ann@people.example' }])
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(mail.attachments).toHaveLength(1)
  }
})

test('codes, links and alarms have neither form nor anybody’s words', async () => {
  const data = { digits: '042917', expiresAt: now + 10 * MINUTE, link: 'https://respond.example/x', minutes: 15 }
  for (const kind of ['code', 'organiser-link', 'alarm'] as const) {
    const contents = contentsOf(kind, { submission: null })
    const mail = await made({ ...contents, letter: { ...contents.letter, data } })
    expect(mail.attachments).toEqual([])
    if (kind === 'code') expect(mail.text).toMatch(/042917[\s\S]+10 minutes/)
    if (kind === 'organiser-link') expect(mail.text).toMatch(/respond\.example\/x[\s\S]+15 minutes/)
  }
})

describe('a form that is not whole', () => {
  const filledBy = (hand: (object: string) => string): Partial<CompositorParts> => ({
    fill: async (answers, reference) => tampered(await form.fill(answers, reference, 'final'), hand),
  })
  const blind = filledBy(words('Tuesdays', 'Thursday'))
  const covered = filledBy((object) => object.replace('\nendstream', '\n1 g 0 0 600 850 re f\nendstream'))
  const unticked = filledBy((object) => object.replace(/\/CRGT\S+ Do/, ''))
  const unasked = version({ frozen: { ...frozen, answers: { ...frozen.answers, gone: CANARY } } })
  const unprintable = version({ frozen: { ...frozen, answers: { 'q4-reasons': '漢字' } } })
  const cases: [string, Contents, Partial<CompositorParts>][] = [
    ['another reader does not find every letter', contentsOf('response'), blind],
    ['what was written is covered', contentsOf('response'), covered],
    ['a tick does not show', contentsOf('response'), unticked],
    ['a question is not asked any more', contentsOf('response', unasked), {}],
    ['a character is not in the form’s letters', contentsOf('response', unprintable), {}],
    ['the words were deleted', contentsOf('response', version({ frozen: null })), {}],
  ]

  test.each(cases)('is never sent: %s', async (_, contents, more) => {
    const failure = await made(contents, more).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CannotBeMade)
    expect(String(failure)).not.toContain(CANARY)
  })

  test('its person hears, with their words, though without the form', async () => {
    const mail = await made(contentsOf('not-accepted'), blind)
    expect(mail.attachments).toEqual([])
    expect(mail.text).toContain(CANARY)
  })

  test('a reader that is busy is no reason to set anything aside', async () => {
    const busy = { read: () => Promise.reject(new Error('a great many people')) }
    await expect(made(contentsOf('response'), busy)).rejects.not.toBeInstanceOf(CannotBeMade)
    await expect(made(contentsOf('copy'), busy)).rejects.toThrow('a great many people')
  })
})
