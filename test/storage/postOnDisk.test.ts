import { plainSealer, type Sealer } from '../../src/storage/seal.ts'
import { begin, letter, plan, press, YES } from '../contracts/delivery-samples.ts'
import { wordsIn } from './bytesIn.ts'
import { withFolder } from './folder.ts'
import { openPost } from './openPost.ts'
import { sealer } from './sealer.ts'

const canaries = [
  'canary answer',
  'Canary Name',
  'canary@home.example',
  'canary volunteer',
  'canary data',
  'canary message',
  'canary 451',
  'canary 250',
  'canary bounce',
  'canary-code@home.example',
]

type Opened = Awaited<ReturnType<typeof openPost>>

const tried = async ({ store }: Opened, whose: 'body' | 'people', verdict: Parameters<Opened['store']['ended']>[1]) => {
  const [claim] = await store.claim('w', [], 300, 1, whose)
  const message = new TextEncoder().encode(`canary message ${'at length '.repeat(2000)}`)
  await store.freeze(claim!, message, 'hash', 300)
  await store.connecting(claim!, 300)
  await store.bodyEnded(claim!, 300)
  await store.ended(claim!, verdict, 300, 300)
  return claim!.delivery.id
}

/** Saves, proves, presses, sends, is put off, accepted and sent back: everything that leaves words of people behind. */
const live = async (opened: Opened) => {
  const { store, responses, proofs } = opened
  await begin(responses, 'one', { why: 'canary answer', name: 'Canary Name' })
  const proof = { responseId: 'one', browser: 'phone', codeHash: 'c', asker: 'a', addressHash: 'h' }
  await proofs.ask({ ...proof, address: 'canary@home.example' }, 150)
  const frozen = { ...press('').frozen, address: 'canary@home.example', vouched: { by: 'canary volunteer', at: 1 } }
  const pressed = await store.press(press('first', { frozen }), plan, () => 200)
  const about = 'kept' in pressed ? pressed.kept.id : null
  await store.queue([letter({ submissionId: about, to: 'canary@home.example', data: { word: 'canary data' } })], 200)
  await tried(opened, 'body', { tryAgain: 'canary 451' })
  const id = await tried(opened, 'body', { accepted: { ...YES.accepted, words: 'canary 250' } })
  await store.bounced(id, 'canary bounce', 400)
  await tried(opened, 'people', { refused: 'canary 451' })
  await proofs.ask({ ...proof, address: 'canary-code@home.example' }, 410)
  await store.queue([letter({ letter: 'code', to: 'canary-code@home.example', data: { responseId: 'one' } })], 410)
}

const withLived = (by: Sealer, use: (opened: Opened, folder: string) => Promise<void>) =>
  withFolder(async (folder) => {
    const opened = await openPost(folder, by)
    await live(opened)
    await use(opened, folder)
    await opened.close()
  })

test('nothing that tells of a person stands readable in any file', () =>
  withLived(sealer, async (_, folder) => expect(wordsIn(folder, canaries)).toEqual([])))

test('all of it does where nothing is sealed: so the search can find it', () =>
  withLived(plainSealer, async (_, folder) => expect(wordsIn(folder, canaries)).toEqual(canaries)))

test.each(['forget', 'forgetBefore'] as const)(
  '%s leaves no byte of it, sealed or not, while the database is open',
  (way) =>
    withLived(plainSealer, async ({ responses, store }, folder) => {
      await (way === 'forget' ? responses.forget('one', 500) : responses.forgetBefore(450, 500))
      expect(wordsIn(folder, canaries)).toEqual([])
      await store.dropped(await store.forgotten())
      expect(wordsIn(folder, ['REF-one'])).toEqual([])
    }),
)
