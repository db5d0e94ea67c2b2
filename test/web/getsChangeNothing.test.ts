import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { routesOf } from '../../src/web/routes.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const rowsIn = (folder: string): Record<string, unknown[]> => {
  const database = new DatabaseSync(join(folder, 'responses.sqlite'), { readOnly: true })
  const tables = database.prepare("select name from sqlite_master where type = 'table' order by name").all()
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()])
  database.close()
  return Object.fromEntries(rows)
}

const example = (path: string): string =>
  path
    .replace(':page.png', '1.png')
    .replace(':page', 'q1')
    .replace(':file', 'x.pdf')
    .replace(/:(link|token)/, 'A'.repeat(22))

test('asking for a page, however often, changes nothing that is kept', () =>
  withHouse(async ({ address, house, folder }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    await visitor.post('/questions/q1', { q1: 'no', 'q1-reasons': 'Because of the walk.' })
    const before = rowsIn(folder)
    expect(before.answers).toHaveLength(2)
    for (const { path, get } of routesOf(house.site)) {
      // What is watched has no end; the pages that show the same are asked for.
      if (!get || path.endsWith('/events')) continue
      await visitor.get(example(path))
      await visitor.get(example(path))
    }
    expect(rowsIn(folder)).toEqual(before)
  }))
