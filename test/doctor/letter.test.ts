import type { Verdict } from '../../src/delivery/carrier.ts'
import { sendTestLetter } from '../../src/doctor/letter.ts'
import { verdictOf } from '../../src/mail/verdicts.ts'

const sent = (verdict: Verdict) =>
  sendTestLetter(
    {
      ...{ to: 'me@campaign.example', from: { name: 'Us', address: 'us@campaign.example' } },
      ...{ envelopeFrom: 'us@campaign.example', messageId: '<1@campaign.example>' },
      carrier: { carry: async () => verdict },
      write: async () => new Uint8Array(),
    },
    0,
  )

test('a password that is not accepted is wrong, and no later try will mend it', async () => {
  const found = await sent(verdictOf({ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 No' } as never, false))
  expect(found).toMatchObject({ level: 'wrong', remedy: expect.stringContaining('Correct SMTP_URL') })
})

test('a server that makes a stranger wait is doubtful', async () => {
  expect(await sent({ tryAgain: '451 4.7.1 Greylisted' })).toMatchObject({
    ...{ level: 'doubtful', remedy: expect.stringContaining('few minutes') },
  })
})
