import { showRehearsalPost } from '../../src/pages/rehearsalPost.ts'
import { accepted, entry } from '../organisers/entries.ts'
import { organiserSite, requestAt } from './organiserSite.ts'

const letter = { to: 'ann@mail.example', subject: 'Your code', text: 'It is 123456', code: '123456', link: null }

test('in the product for real there is no such page', async () => {
  const { site } = organiserSite()
  expect(await showRehearsalPost(site, requestAt())).toEqual({ page: 'not-found', status: 404, view: {} })
})

test('in a rehearsal each letter is there, with its code, and in truth nobody got it', async () => {
  const { delivery } = entry(5, accepted(4, 'folder'))
  const { site } = organiserSite([], { rehearsalPost: { newest: async () => [{ delivery, ...letter }] } })
  expect(await showRehearsalPost(site, requestAt())).toEqual({
    page: 'rehearsal-post',
    view: { letters: [{ ...letter, at: '09:55:00', state: 'written to a folder, sent to nobody' }] },
  })
})
