import type { Claim, DeliveryStore, Press } from '../../src/delivery/deliveryStore.ts'
import type { QueuedLetter } from '../../src/delivery/letter.ts'
import type { Submission } from '../../src/delivery/submission.ts'
import type { ResponseStore } from '../../src/responses/response.ts'

/** Two stores over one database: a response and its post go together. */
export type PostOpened = { store: DeliveryStore; responses: ResponseStore; close: () => Promise<void> }

/** The Message-IDs that these tests expect; the store is to be made with it. */
export const messageIdOf = ({ letter }: QueuedLetter, submission: Submission | null): string =>
  letter === 'response' && submission
    ? `<${submission.reference}.v${submission.version}@campaign.example>`
    : `<${crypto.randomUUID()}@campaign.example>`

/** A letter that is about nobody's version. */
export const letter = (more: Partial<QueuedLetter> = {}): QueuedLetter => ({
  letter: 'alarm',
  to: 'ann@campaign.example',
  submissionId: null,
  data: { minutes: 30 },
  once: null,
  ...more,
})

/** A press of Send with this key, on a page that stood for whatever is saved. */
export const press = (key: string, more: Partial<Press> = {}): Press => ({
  responseId: 'one',
  press: key,
  seen: async () => true,
  frozen: { address: 'resident@home.example', consent: { at: 190, wording: 'Send it.' }, vouched: null },
  nameOf: ({ name }) => (typeof name === 'string' ? name : null),
  onDeviceAt: 180,
  firstByteAt: 195,
  fingerprint: 'pack print',
  ...more,
})

/** The letter to the body, and a copy. */
export const plan = ({ id, frozen }: Submission): QueuedLetter[] => [
  letter({ letter: 'response', to: null, submissionId: id, data: {}, once: `response ${id}` }),
  letter({ letter: 'copy', to: frozen?.address ?? null, submissionId: id, data: {}, once: `copy ${id}` }),
]

/** Begins a response with these answers and a reference, both from its id. */
export const begin = async (
  responses: ResponseStore,
  id = 'one',
  answers: Record<string, string | string[]> = { why: 'I walk there.', name: 'Ann Own' },
): Promise<void> => {
  const consent = { at: 90, wording: 'w' }
  await responses.begin({ id, reference: null, consent, answers: {}, begunAt: 100, savedAt: null }, [])
  await responses.save(id, answers, `REF-${id}`, 110)
}

/** Keeps a version of response "one" at 200 and gives it back. */
export const sendOne = async ({ store, responses }: PostOpened, key = 'first'): Promise<Submission> => {
  await begin(responses)
  const pressed = await store.press(press(key), plan, () => 200)
  if (!('kept' in pressed)) throw new Error(JSON.stringify(pressed))
  return pressed.kept
}

/** The one claim that a worker gets at 300 on the letters to the body. */
export const claimOne = async (store: DeliveryStore, worker = 'w', dead: string[] = [], now = 300): Promise<Claim> => {
  const claims = await store.claim(worker, dead, now, 1, 'body')
  if (!claims[0]) throw new Error('nothing to claim')
  return claims[0]
}

/** A yes of a mail server of the body's own domain. */
export const YES = { accepted: { by: 'mx', host: 'mx.body.example', words: '250 queued as 7' } } as const

/** Makes a test of what is done with a post that is opened for it and closed after it. */
export const withPost =
  <Opened extends PostOpened>(open: () => Promise<Opened>) =>
  (work: (opened: Opened) => Promise<void>) =>
  async (): Promise<void> => {
    const opened = await open()
    try {
      await work(opened)
    } finally {
      await opened.close()
    }
  }
