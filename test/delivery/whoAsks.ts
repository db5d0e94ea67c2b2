import { closing, HOUR } from './samples.ts'
import type { TestPost } from './withPost.ts'

/** When these people ask for codes: two days before the closing. */
export const start = closing - 48 * HOUR

/** Somebody with a saved answer, who has asked for nothing yet. */
export const somebody = async ({ responses, time }: TestPost) => {
  const { key, response } = await responses.begin('I agree.', time.clock())
  return { key, response: (await responses.save(response.id, key, { q1: 'no' }, time.clock()))! }
}

/** The digits of the newest letter, a code. */
export const digitsOf = async ({ store }: TestPost) => {
  const code = (await store.newest(1))[0]
  return String((await store.contents(code!.id))!.letter.data.digits)
}

/** Somebody new who asks for a code, with what they were answered. */
export const asked = async (post: TestPost, address = 'ann@people.example', asker = 'asker') => {
  const opened = await somebody(post)
  const answer = await post.sending.askCode(opened, address, asker, post.time.clock())
  return { opened, answer }
}
