import { type MailHost, mailHostsOf } from '../../src/mail/mailHosts.ts'

const hosts = async (found: MailHost[]) => {
  const answer = await mailHostsOf('body.example', async () => found)
  return 'hosts' in answer ? answer.hosts.map(({ exchange }) => exchange) : answer
}

describe('the mail servers to ask', () => {
  test('the lowest priority first', async () => {
    const found = [30, 5, 100, 10].map((priority) => ({ exchange: `mx${priority}.example`, priority }))
    expect(await hosts(found)).toEqual(['mx5.example', 'mx10.example', 'mx30.example', 'mx100.example'])
  })

  test('those of one priority in any order', async () => {
    const found = ['a', 'b', 'c'].map((exchange) => ({ exchange, priority: 1 }))
    const firsts = new Set<unknown>()
    for (let tries = 0; firsts.size < 3 && tries < 1_000; tries += 1) firsts.add(((await hosts(found)) as string[])[0])
    expect([...firsts].sort()).toEqual(['a', 'b', 'c'])
  })

  test('without any, the domain itself', async () => expect(await hosts([])).toEqual(['body.example']))

  test('a null MX beside real ones counts for nothing', async () =>
    expect(
      await hosts([
        { exchange: '.', priority: 0 },
        { exchange: 'mx.example', priority: 9 },
      ]),
    ).toEqual(['mx.example']))
})
