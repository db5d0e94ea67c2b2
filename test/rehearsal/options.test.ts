import { startOptions, WrongUsage } from '../../src/rehearsal/options.ts'

describe('the command line', () => {
  test('is read into what it asks for', () => {
    expect(startOptions([])).toEqual({ rehearse: false, at: null, fresh: false })
    expect(startOptions(['--rehearse', '--at', '2017-10-06T17:25', '--fresh'])).toEqual({
      rehearse: true,
      at: '2017-10-06T17:25',
      fresh: true,
    })
  })

  test.each([
    [['--at', '2017-10-06T17:25']],
    [['--fresh']],
    [['--rehearse', '--faster']],
    [['--rehearse', '--at']],
    [['rehearse']],
  ])('%j is refused with how to use it', (words) => {
    expect(() => startOptions(words)).toThrow(WrongUsage)
    expect(() => startOptions(words)).toThrow(/Use: npm run rehearse/)
  })
})
