import { cliWith, withFolder } from './command.ts'
import { canaries, withLivePost } from './livePost.ts'

test('deliveries prints the ledger beside a running server: what needs a hand first, and nobody’s words', () =>
  withLivePost(async ({ folder, env, send, accept }) => {
    await send('one')
    await accept()
    await send('two')
    const { code, out, err } = await cliWith({ env }, folder, 'deliveries')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/ to the closing at midday, UK time, on Friday 28 March 2031/)
    const [, trouble, round, people] = out.split('Needs a hand: 4\n')[1]?.match(/(.*)\n(.*)\n(.*)\n/) ?? []
    expect(trouble).toBe('  No mail gets out. SMTP_URL is mx:, but there is no domain elsewhere.example.')
    expect(round).toMatch(/Nothing has gone round since 01:00:00 on 1 January: /)
    expect(people).toBe('  2 letters to people wait, the oldest since 01:00:00 on 1 January.')
    expect(out).toMatch(/\n {2}REF-two: waiting to be sent; kept 01:00:00 on 1 January, tried not yet/)
    expect(out).toMatch(/ 1 {2}accepted by The borough’s mail server/)
    for (const canary of canaries) expect(out).not.toContain(canary)
  }))

test('deliveries --json prints the same for a program', () =>
  withLivePost(async ({ folder, env, send, accept }) => {
    await send('one')
    await accept()
    const { code, out } = await cliWith({ env }, folder, 'deliveries', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ states: { accepted: 1 }, ways: { 'we-send': 1 }, hands: [], late: [] })
    for (const canary of canaries) expect(out).not.toContain(canary)
  }))

test('deliveries begins no database where there is none, and wants the settings of the product', () =>
  withFolder(async (folder) => {
    const env = { PUBLIC_URL: 'https://respond.example', HOLDER_NAME: 'n', HOLDER_CONTACT: 'c', DATA_FOLDER: folder }
    const { code, err } = await cliWith({ env }, folder, 'deliveries')
    expect([code, err]).toEqual([2, expect.stringContaining('responses.sqlite: there is no such file')])
    const bare = await cliWith({ env: { PUBLIC_URL: '', DATA_FOLDER: folder } }, folder, 'deliveries')
    expect([bare.code, bare.err]).toEqual([1, expect.stringContaining('PUBLIC_URL is not set')])
  }))
