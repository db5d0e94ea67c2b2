import { domainOf, mailboxIn } from '../../src/delivery/mailbox.ts'

describe('one plain mailbox', () => {
  test.each([
    ['ann@example.org', 'ann@example.org'],
    ['  ann@example.org \n', 'ann@example.org'],
    ["O'Brien+police@Mail.EXAMPLE.org", "O'Brien+police@mail.example.org"],
    ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['ann@xn--bcher-kva.example', 'ann@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j', (typed, mailbox) => expect(mailboxIn(typed)).toBe(mailbox))

  test.each([
    '',
    'ann',
    '@example.org',
    'ann@',
    'ann@localhost',
    'ann@127.0.0.1',
    'ann@0x7f.1',
    'ann@[127.0.0.1]',
    'ann@example.org,ben@example.org',
    'ann@example.org;ben@example.org',
    'ann@example.org ben@example.org',
    'friends: ann@example.org;',
    'Ann <ann@example.org>',
    '<ann@example.org>',
    '"ann"@example.org',
    'ann(Ann)@example.org',
    'ann@evil.example@example.org',
    'ann@example.org\nBcc: ben@example.org',
    'ann\r\n@example.org',
    'ann\u0000@example.org',
    'änn@example.org',
    'ann@exam_ple.org',
    'ann@example.org/path',
    'ann@example.org:25',
    'ann@example.org?x',
    'ann@example.org#x',
    'ann@example%2eorg',
    'ann@exam\u00adple.org',
    'ann@℀.org',
    'ann@-example.org',
    'ann@example..org',
    'ann@example.org.',
    '.ann@example.org',
    'ann.@example.org',
    'a..b@example.org',
    'mailto:ann@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ann@${'a'.repeat(64)}.org`,
    `${'a'.repeat(60)}@${'b.'.repeat(120)}org`,
    `${'a'.repeat(300)}`,
  ])('%j is none', (typed) => expect(mailboxIn(typed)).toBeNull())

  test('a mailbox found is found again', () => expect(mailboxIn(mailboxIn('Ann@BÜCHER.example')!)).not.toBeNull())
  test('its domain', () => expect(domainOf('ann@example.org')).toBe('example.org'))
})
