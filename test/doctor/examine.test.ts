import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Config } from '../../src/config.ts'
import { examine, type Patient } from '../../src/doctor/examine.ts'
import type { Finding } from '../../src/doctor/finding.ts'
import { reportOf } from '../../src/doctor/report.ts'
import { smtpCarrier } from '../../src/mail/smtpCarrier.ts'
import { withSink } from '../peers/hostileSink.ts'
import { type TestHouse, withHouse } from '../web/withHouse.ts'
import { silence, type Zone, zone } from './zone.ts'

const auth = { user: 'campaign', pass: 'right' }
const sound: Zone = {
  texts: { 'campaign.example': ['v=spf1 include:x.example -all'], '_dmarc.campaign.example': ['v=DMARC1; p=none'] },
  mailServers: { 'mopac.london.gov.uk': ['mx.mopac.example'], 'campaign.example': ['mx.campaign.example'] },
}

/** A running house whose letters go to a sink, and what the doctor is given to look at it. */
const withPatient = (use: (patient: Patient, test: TestHouse, url: string) => Promise<void>) =>
  withSink(
    (sink) =>
      withHouse(async (test) => {
        const { house, address, folder } = test
        const clock = () => Date.now()
        const config = {
          ...{ publicUrl: address, dataFolder: folder, backupDays: 30, organisers: ['ann@campaign.example'] },
          ...{ mail: mailBy(sink.url), sendsHere: true },
        } as Config
        const patient: Patient = {
          ...{ config, consultation: house.site.consultation, clock, records: zone(sound), signing: null },
          ...{ carrier: smtpCarrier({ url: sink.url, perSecond: 5 }), lastRoundAt: clock(), us: process.getuid!() },
          durability: { synchronous: 2, journalMode: 'wal', secureDelete: 1, check: 'ok' },
          ...{ secrets: [[join(folder, 'server.key'), 'Put it back.']], backups: null },
        }
        await use(patient, test, sink.url)
        expect(sink.received).toEqual([])
      }),
    { auth },
  )

const mailBy = (smtpUrl: string): Config['mail'] => ({
  ...{ by: { smtpUrl }, from: 'respond@campaign.example', bounceAddress: 'bounces@campaign.example' },
  ...{ dkim: null, perSecond: 5 },
})

const wrongIn = (findings: Finding[]) => findings.filter(({ level }) => level === 'wrong').map(({ about }) => about)

test('a sound set-up has nothing wrong with it, and no letter is sent to look', () =>
  withPatient(async (patient) => {
    const findings = await examine(patient)
    expect(wrongIn(findings)).toEqual([])
    const fine = findings.filter(({ level }) => level === 'fine').map(({ about }) => about)
    expect(fine).toEqual(
      expect.arrayContaining([
        ...['Organisers', 'The mail server', 'The outbox', 'SPF of campaign.example', 'DMARC of campaign.example'],
        ...['The body’s domain, mopac.london.gov.uk', 'The database keeps', `The site, ${patient.config.publicUrl}`],
        ...['The clock, beside the site’s', `Who may read ${join(patient.config.dataFolder, 'server.key')}`],
      ]),
    )
  }))

test('without a network nothing is wrong with what cannot be asked, and nothing fails', () =>
  withPatient(async (patient) => {
    const findings = await examine({ ...patient, records: silence })
    expect(wrongIn(findings)).toEqual([])
    expect(findings.find(({ about }) => about.startsWith('The body’s'))!.level).toBe('doubtful')
  }))

const breaks: [string, (patient: Patient, url: string) => Partial<Patient>, RegExp][] = [
  [
    'a wrong password',
    (_, url) => ({ carrier: smtpCarrier({ url: url.replace('right', 'wrong'), perSecond: 5 }) }),
    /^The mail server$/,
  ],
  ['an outbox that stands still', ({ clock }) => ({ lastRoundAt: clock() - 600_000 }), /^The outbox$/],
  ['a body’s domain without mail', () => ({ records: zone({ ...sound, mailServers: {} }) }), /^The body’s domain/],
  ['no SPF record', () => ({ records: zone({ ...sound, texts: {} }) }), /^SPF/],
  [
    'a database that may forget',
    ({ durability }) => ({ durability: { ...durability, synchronous: 1 } }),
    /^The database keeps$/,
  ],
  ['a damaged database', ({ durability }) => ({ durability: { ...durability, check: 'row 7 missing' } }), /file$/],
  ['a lost key', ({ config }) => ({ secrets: [[join(config.dataFolder, 'lost.key'), 'Put it back.']] }), /lost\.key$/],
  ['backups that nobody made', ({ config }) => ({ backups: join(config.dataFolder, 'none') }), /^Backups/],
]

test.each(breaks)('%s is wrong, with a remedy', (_name, change, about) =>
  withPatient(async (patient, _test, url) => {
    const findings = await examine({ ...patient, ...change(patient, url) })
    const found = findings.filter(({ level }) => level === 'wrong')
    expect(found.map((one) => one.about)).toContainEqual(expect.stringMatching(about))
    for (const { remedy } of found) expect(remedy).toEqual(expect.stringMatching(/\w/))
  }),
)

test('another site at the public address is wrong, none at all is doubtful', () =>
  withPatient(async (patient) => {
    const other = createServer((_req, res) => res.end('Welcome to nginx!')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const siteAt = async (publicUrl: string) =>
      (await examine({ ...patient, config: { ...patient.config, publicUrl } })).find(({ about }) =>
        about.startsWith('The site'),
      )
    expect((await siteAt(`http://127.0.0.1:${port}`))!.level).toBe('wrong')
    await new Promise((resolve) => other.close(resolve))
    expect((await siteAt(`http://127.0.0.1:${port}`))!.level).toBe('doubtful')
  }))

test('a report has a line for each finding, its remedy under it, and a sum', () => {
  const report = reportOf([
    { about: 'DKIM', level: 'wrong', words: 'another key', remedy: 'Publish it.' },
    { about: 'Disk space', level: 'fine', words: 'enough', remedy: null },
  ])
  expect(report).toEqual({
    lines: 'wrong     DKIM: another key.\n          Publish it.\nfine      Disk space: enough.',
    ...{ summary: '1 fine, 0 doubtful, 1 wrong', wrong: 1 },
  })
})
