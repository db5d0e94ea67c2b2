import { sql } from 'kysely'

/** Still in line: neither taken nor given up nor taken out. Has every term of the index of that name, or SQLite does not use it. */
export const inLine = sql<boolean>`acceptedAt is null and refusedAt is null and abandonedAt is null
    and setAsideAt is null and withdrawnAt is null and bouncedAt is null`

/** 1 for a letter to the body, 0 for one to people: what the same index is ordered by first. */
export const isToBody = sql<number>`letter = 'response'`
