import { fileURLToPath } from 'node:url'
import type { LetterViews } from '../../src/delivery/letterViews.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { fullLetters } from './letterSamples.ts'

const views = compileViews(readTemplates(fileURLToPath(new URL('../../templates', import.meta.url))))

const notAccepted = (more: Partial<LetterViews['not-accepted']>) =>
  Object.values(views.letter('not-accepted', { ...fullLetters['not-accepted'], unknown: false, ...more }))

test('what is still tried is not called “not delivered”, and blames nobody who has not answered', () => {
  const [subject] = notAccepted({ answered: false })
  expect(subject).toMatch(/^Not accepted yet: to be safe, do this now\./)
  for (const part of notAccepted({ answered: false }).slice(1)) {
    expect(part).toContain('We could not get your response through so far')
    expect(part).not.toMatch(/not delivered|has not accepted/i)
  }
  for (const part of notAccepted({}).slice(1)) expect(part).toContain('MOPAC’s mail server has not accepted it yet')
  for (const part of notAccepted({ trying: false, answered: false })) {
    expect(part).toMatch(/not delivered/i)
    expect(part).not.toMatch(/’s side|did not accept|go on trying/)
  }
})

test('only what a mail server said is quoted as its words', () => {
  const broke = { words: 'the connection to the mail server broke', theirs: false }
  for (const kind of ['not-accepted', 'refused', 'bounced'] as const) {
    for (const part of Object.values(views.letter(kind, { ...fullLetters[kind], ...broke } as never)).slice(1)) {
      expect(part).toContain('What happened:')
      expect(part).not.toMatch(/server said/)
    }
    for (const part of Object.values(views.letter(kind, fullLetters[kind] as never)).slice(1))
      expect(part).toContain('What the mail server said')
  }
})

test('no letter proposes what cannot work: post on the closing day, a place that is not known', () => {
  const { ways } = fullLetters.refused
  const late = { ...ways, handIn: null, mayComeBack: true, post: { ...ways.post, tooLate: true } }
  const early = { ...late, post: { ...ways.post, tooLate: false } }
  for (const part of Object.values(views.letter('refused', { ...fullLetters.refused, ways: late })).slice(1)) {
    expect(part).toContain('Post will not arrive in time')
    expect(part).not.toMatch(/by hand|the quickest|post it/i)
  }
  for (const part of Object.values(views.letter('refused', { ...fullLetters.refused, ways: early })).slice(1)) {
    expect(part).toContain('If your email comes back too, post it.')
  }
})

test('a refusal by our own carrier is not laid at the body’s door', () => {
  const refused = (byBody: boolean) =>
    Object.values(views.letter('refused', { ...fullLetters.refused, byBody })).slice(1)
  for (const part of refused(true)) expect(part).toMatch(/it was refused at/)
  for (const part of refused(false)) {
    expect(part).toMatch(/our own mail carrier refused to take it/)
    expect(part).not.toMatch(/refused at/)
  }
})
