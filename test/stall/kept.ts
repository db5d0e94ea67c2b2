import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Response } from '../../src/responses/response.ts'
import type { TestHouse } from '../web/withHouse.ts'

/** Every response that the server has, looked up in its own database, in the order in which they were begun. */
export const keptBy = async ({ house, folder }: Pick<TestHouse, 'house' | 'folder'>): Promise<Response[]> => {
  const db = new DatabaseSync(join(folder, 'responses.sqlite'), { readOnly: true })
  const ids = db.prepare('SELECT id FROM responses').all() as { id: string }[]
  db.close()
  const all = await Promise.all(ids.map(({ id }) => house.site.responses.byId(id)))
  return all.flatMap((one) => one ?? []).sort((one, other) => one.begunAt - other.begunAt)
}
