import type { Post } from '../organisers/post.ts'
import { whenOrganiser } from './organiser.ts'
import { MOST_AT_ONCE } from './organiserHands.ts'
import type { PageRequest } from './request.ts'

type Mend = (deliveryId: string, now: number) => Promise<boolean>

const mendEach = async ({ fields, now }: PageRequest, mend: Mend): Promise<number> => {
  let mended = 0
  for (const id of (fields.letter ?? []).slice(0, MOST_AT_ONCE)) if (await mend(id, now)) mended += 1
  return mended
}

const mendBy = (name: 'again' | 'told', mendWith: (post: Post) => Mend) =>
  whenOrganiser(async (site, request) => {
    const mended = await mendEach(request, mendWith(site.post))
    return { redirect: `/organiser?${name}=${mended}` }
  })

/** Puts letters that got nowhere back in line. */
export const tryAgain = mendBy('again', (post) => (id, now) => post.tryAgain(id, now))

/** Writes to the people whose letters they are what became of them. */
export const tellPeople = mendBy('told', (post) => (id, now) => post.tellPerson(id, now))
