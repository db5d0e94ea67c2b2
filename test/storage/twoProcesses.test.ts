import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { letter } from '../contracts/delivery-samples.ts'
import { withFolder } from './folder.ts'
import { openPost } from './openPost.ts'

const COUNT = 3000
const claimer = join(import.meta.dirname, 'claimer.ts')

const claimingBy = async (file: string, worker: string): Promise<string[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [claimer, file, worker], { maxBuffer: 10e6 })
  return JSON.parse(stdout)
}

test('two processes that claim from one database share its letters: none twice, none left', () =>
  withFolder(async (folder) => {
    const { store, close } = await openPost(folder)
    const ids = await store.queue(
      Array.from({ length: COUNT }, () => letter()),
      100,
    )
    const file = join(folder, 'responses.sqlite')
    const [one, other] = await Promise.all([claimingBy(file, 'one'), claimingBy(file, 'other')])
    expect([...one, ...other].sort()).toEqual([...ids].sort())
    expect(Math.min(one.length, other.length)).toBeGreaterThan(0)
    await close()
  }))
