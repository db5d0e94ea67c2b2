import { rememberingKeys } from '../src/rememberingKeys.ts'
import { keysOf } from '../src/responses/keys.ts'

const keys = keysOf(new Uint8Array(32).fill(7))

test('what is remembered is what would have been made', async () => {
  const remembering = rememberingKeys(keys)
  for (const kind of ['visit', 'asker', 'link', 'return-code'] as const) {
    for (const words of ['a', 'b', 'a']) {
      expect(await remembering.hash(kind, words)).toEqual(await keys.hash(kind, words))
    }
  }
})

test('a browser’s key is hashed once while it is in use, a guess each time', async () => {
  const made: string[] = []
  const counting = rememberingKeys({
    ...keys,
    hash: (kind, words) => {
      made.push(`${kind} ${words}`)
      return keys.hash(kind, words)
    },
  })
  for (const kind of ['visit', 'visit', 'asker', 'asker', 'link', 'link'] as const) await counting.hash(kind, 'one')
  expect(made).toEqual(['visit one', 'asker one', 'link one', 'link one'])
})
