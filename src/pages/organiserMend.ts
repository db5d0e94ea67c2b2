import type { Told } from '../organisers/post.ts'
import { whenOrganiser } from './organiser.ts'
import { MOST_AT_ONCE } from './organiserHands.ts'
import type { PageRequest } from './request.ts'

const each = async <Done>({ fields }: PageRequest, mend: (deliveryId: string) => Promise<Done>): Promise<Done[]> => {
  const done: Done[] = []
  for (const id of (fields.letter ?? []).slice(0, MOST_AT_ONCE)) done.push(await mend(id))
  return done
}

/** Puts letters that got nowhere back in line. */
export const tryAgain = whenOrganiser(async ({ post }, request) => {
  const again = await each(request, (id) => post.tryAgain(id, request.now))
  return { redirect: `/organiser?again=${again.filter(Boolean).length}` }
})

/** Writes to the people whose letters they are what became of them. */
export const tellPeople = whenOrganiser(async ({ post }, request) => {
  const told = await each(request, (id) => post.tellPerson(id, request.now))
  const count = (what: Told) => told.filter((one) => one === what).length
  return { redirect: `/organiser?told=${count('written')}&before=${count('already')}` }
})
