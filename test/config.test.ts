import { resolve } from 'node:path'
import { configFrom, rehearsalConfigFrom, WrongSettings } from '../src/config.ts'
import { LONGEST_BOUNCE_NAME } from '../src/mail/verp.ts'

const needed = {
  PUBLIC_URL: 'https://respond.example.org',
  HOLDER_NAME: 'Save Dagenham Police Station',
  HOLDER_CONTACT: 'hello@example.org',
}
const project = resolve(import.meta.dirname, '..')

const problemsOf = (environment: Record<string, string>) => {
  try {
    configFrom(environment)
  } catch (error) {
    if (error instanceof WrongSettings) return error.message.split('\n')
    throw error
  }
  return []
}

test('with what is needed and nothing else, the rest is as the documentation says', () => {
  expect(configFrom(needed)).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'https://respond.example.org',
    dataFolder: resolve(project, 'data/live'),
    pack: resolve(project, 'assets/consultations/mopac-2017'),
    serverKey: null,
    responsesKey: null,
    mail: null,
    sendsHere: true,
    organisers: [],
    holder: { name: 'Save Dagenham Police Station', contact: 'hello@example.org' },
    backupDays: 30,
    trustProxy: 0,
    logLevel: 'info',
    rehearsal: false,
  })
})

test('every setting can be given', () => {
  const key = new Uint8Array(32).map((_, index) => index * 8)
  const config = configFrom({
    ...needed,
    PUBLIC_URL: 'http://localhost:8080/',
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_FOLDER: '/srv/answers',
    PACK: 'assets/consultations/another',
    SERVER_KEY: btoa(String.fromCharCode(...key)),
    BACKUP_DAYS: '0',
    TRUST_PROXY: '2',
    LOG_LEVEL: 'silent',
  })
  expect(config).toMatchObject({ publicUrl: 'http://localhost:8080', port: 8080, host: '0.0.0.0', serverKey: key })
  expect(config).toMatchObject({ dataFolder: '/srv/answers', pack: resolve(project, 'assets/consultations/another') })
  expect(config).toMatchObject({ backupDays: 0, trustProxy: 2, logLevel: 'silent' })
})

test('a bounce address may be as long as leaves room for a letter’s mark', () => {
  const mail = { SMTP_URL: 'mx:', MAIL_FROM: 'respond@campaign.example' }
  const BOUNCE_ADDRESS = `${'b'.repeat(LONGEST_BOUNCE_NAME)}@campaign.example`
  expect(configFrom({ ...needed, ...mail, BOUNCE_ADDRESS }).mail?.bounceAddress).toBe(BOUNCE_ADDRESS)
})

test('all problems are told at once, numbered, each with its remedy', () => {
  const problems = problemsOf({ PORT: 'eighty', HOLDER_NAME: '  ', LOG_LEVEL: 'loud' })
  expect(problems).toEqual([
    '1. PORT is "eighty". Set it to the port to listen on: a whole number from 1 to 65535.',
    expect.stringMatching(/^2\. PUBLIC_URL is not set\. Set it to the address that people use: https/),
    expect.stringMatching(/^3\. HOLDER_NAME is not set\. Set it to the name/),
    expect.stringMatching(/^4\. HOLDER_CONTACT is not set\. Set it to how people reach/),
    expect.stringMatching(/^5\. LOG_LEVEL is "loud"\. Set it to one of fatal, error/),
  ])
})

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '0x50'],
  ['PORT', '80.5'],
  ['TRUST_PROXY', 'true'],
  ['BACKUP_DAYS', '-1'],
  ['BOUNCE_ADDRESS', `${'b'.repeat(LONGEST_BOUNCE_NAME + 1)}@campaign.example`],
  ['PUBLIC_URL', 'respond.example.org'],
  ['PUBLIC_URL', 'http://respond.example.org'],
  ['PUBLIC_URL', 'https://respond.example.org/mopac'],
  ['PUBLIC_URL', 'https://respond.example.org/?from=letter'],
  ['PUBLIC_URL', 'https://user:word@respond.example.org'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['SERVER_KEY', 'not base64!'],
  ['SERVER_KEY', btoa('31 bytes are one byte too few..')],
])('%s does not take %j', (name, value) => {
  expect(problemsOf({ ...needed, [name]: value })).toEqual([expect.stringMatching(`^1\\. ${name} .+ Set it to `)])
})

test('a wrong key is not repeated where others may read it', () => {
  expect(problemsOf({ ...needed, SERVER_KEY: 'a secret mistyped' }).join()).not.toContain('mistyped')
})

describe('a rehearsal', () => {
  test('needs no settings, and says that nobody holds the answers', () => {
    const config = rehearsalConfigFrom({})
    expect(config).toMatchObject({ port: 3000, publicUrl: 'http://127.0.0.1:3000', rehearsal: true })
    expect(config.dataFolder).toBe(resolve(project, 'data/rehearsal'))
    expect(config.holder.name).toBe('whoever rehearses on this machine')
  })

  test('listens to PORT, and touches nothing of a live product in the same environment', () => {
    const live = {
      ...needed,
      DATA_FOLDER: '/srv/answers',
      HOST: '0.0.0.0',
      SERVER_KEY: btoa('x'.repeat(32)),
      TRUST_PROXY: '1',
      SMTP_URL: 'smtp://name:password@mail.example.org:587',
      MAIL_FROM: 'respond@campaign.example',
      ORGANISERS: 'ann@campaign.example',
      RESPONSES_KEY: btoa('y'.repeat(32)),
    }
    expect(rehearsalConfigFrom({ ...live, PORT: '4000' })).toEqual({
      ...rehearsalConfigFrom({}),
      port: 4000,
      publicUrl: 'http://127.0.0.1:4000',
    })
  })

  test('writes letters into its folder, from and to addresses that cannot exist', () => {
    const { mail, organisers } = rehearsalConfigFrom({ SMTP_URL: 'mx:', MAIL_FROM: 'respond@campaign.example' })
    expect(mail?.by).toEqual({ folder: resolve(project, 'data/rehearsal/post') })
    expect(mail?.from).toMatch(/\.invalid$/)
    expect(organisers.join()).toMatch(/\.invalid$/)
  })

  test('refuses a port that is none with that one problem', () => {
    expect(() => rehearsalConfigFrom({ PORT: 'eighty' })).toThrow(/^1\. PORT is "eighty"\.[^\n]*$/)
  })
})
