import type { Migration } from 'kysely'
import { post } from './migrations/post.ts'
import { proofs } from './migrations/proofs.ts'
import { proofsOfBrowsers } from './migrations/proofsOfBrowsers.ts'
import { responses } from './migrations/responses.ts'
import { sealedAnswers } from './migrations/sealedAnswers.ts'
import { stalls } from './migrations/stalls.ts'
import { takenTimes } from './migrations/takenTimes.ts'
import { vouches } from './migrations/vouches.ts'
import type { Sealer } from './seal.ts'

/** Every change of the tables since the beginning, by name, in order. One that was released is never edited. */
export const migrationsWith = (sealer: Sealer): Record<string, Migration> => ({
  '0001-responses': responses,
  '0002-sealed-answers': sealedAnswers(sealer),
  '0003-post': post,
  '0004-proofs': proofs,
  '0005-proofs-of-browsers': proofsOfBrowsers,
  '0006-stalls': stalls,
  '0007-vouches': vouches,
  '0008-taken-times': takenTimes,
})
