import { makeTrouble } from '../../src/delivery/trouble.ts'
import { MINUTE } from './samples.ts'

test('a carrier is asked once a minute, however many want to know; then its answer may be another', async () => {
  let [asked, steady] = [0, 500]
  const trouble = makeTrouble(
    {
      trouble: async () => {
        asked += 1
        return asked === 1 ? 'It cannot be reached.' : null
      },
    },
    () => steady,
  )
  expect(await Promise.all([trouble(), trouble(), trouble()])).toEqual(Array(3).fill('It cannot be reached.'))
  steady += MINUTE - 1
  expect(await trouble()).toBe('It cannot be reached.')
  steady += 1
  expect(await trouble()).toBeNull()
  expect(asked).toBe(2)
})
