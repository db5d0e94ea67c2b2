import { configFrom, WrongSettings } from '../src/config.ts'

const needed = {
  PUBLIC_URL: 'https://respond.example.org',
  HOLDER_NAME: 'Save Dagenham Police Station',
  HOLDER_CONTACT: 'hello@example.org',
}

const problemsOf = (environment: Record<string, string>) => {
  try {
    configFrom(environment)
  } catch (error) {
    if (error instanceof WrongSettings) return error.message.split('\n')
    throw error
  }
  return []
}

describe('mail', () => {
  const from = { MAIL_FROM: 'respond@campaign.example' }
  const mailIn = (more: Record<string, string>) => configFrom({ ...needed, ...more }).mail

  test('goes by a mail server, or into a folder, from the campaign’s own mailbox', () => {
    const smtpUrl = 'smtp://name:password@mail.example.org:587'
    expect(mailIn({ ...from, SMTP_URL: smtpUrl })).toEqual({
      ...{ by: { smtpUrl }, from: 'respond@campaign.example', bounceAddress: null, dkim: null, perSecond: 5 },
    })
    expect(mailIn({ ...from, SMTP_URL: 'mx:' })?.by).toEqual({ smtpUrl: 'mx:' })
    expect(mailIn({ ...from, MAIL_FOLDER: '/srv/post' })?.by).toEqual({ folder: '/srv/post' })
    const signed = mailIn({ ...from, SMTP_URL: 'mx:', DKIM_KEY: '/srv/dkim.pem', BOUNCE_ADDRESS: 'b@campaign.example' })
    expect(signed).toMatchObject({ dkim: { keyFile: '/srv/dkim.pem', selector: 'respond' } })
    expect(signed?.bounceAddress).toBe('b@campaign.example')
  })

  test('is refused where it could go two ways, or would come from nobody', () => {
    expect(problemsOf({ ...needed, SMTP_URL: 'mx:', MAIL_FOLDER: 'post' })).toEqual([
      expect.stringMatching(/^1\. SMTP_URL and MAIL_FOLDER are both set/),
      expect.stringMatching(/^2\. MAIL_FROM is not set/),
    ])
  })

  test.each([
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['MAIL_FROM', 'Ann <ann@campaign.example>'],
    ['MAIL_FROM', 'ann@campaign.example, ben@campaign.example'],
    ['ORGANISERS', 'ann@campaign.example ben@campaign.example'],
    ['OUTBOX', 'there'],
  ])('%s does not take %j', (name, value) => {
    expect(problemsOf({ ...needed, ...from, [name]: value })).toEqual([
      expect.stringMatching(`^1\\. ${name} .+ Set it to `),
    ])
  })

  test('knows its organisers by their addresses in small letters', () => {
    const config = configFrom({ ...needed, ORGANISERS: 'Ann@Campaign.example, ben@campaign.example' })
    expect(config.organisers).toEqual(['ann@campaign.example', 'ben@campaign.example'])
  })

  test('its password is not repeated where others may read it', () => {
    expect(problemsOf({ ...needed, SMTP_URL: 'smpt://ann:secret@mail.example.org' }).join()).not.toContain('secret')
  })
})
