import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../promises/waiting.ts'
import { withProduct } from '../promises/withProduct.ts'
import { bombs } from '../workers/bombs.ts'
import { bringBack, outcomeOf, sentenceIn } from './bringing.ts'
import type { Answered } from './visitor.ts'

const formPath = join(import.meta.dirname, '../../assets/consultations/mopac-2017/form.pdf')

const locked = async (folder: string): Promise<Uint8Array> => {
  const path = join(folder, 'locked.pdf')
  execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', formPath, path])
  return readFile(path)
}

const handlesOf = async (pid: number): Promise<number> => (await readdir(`/proc/${pid}/fd`)).length

const expectRefusal = (page: Answered): void => {
  expect(page.status).toBe(422)
  expect(['unreadable', 'no answers']).toContain(outcomeOf(page))
}

test('bombs and broken files that are brought back to a real server: a sentence each, and it goes on as before', () =>
  withProduct(async ({ start, folder }) => {
    const temporary = join(folder, 'temporary')
    await mkdir(temporary)
    const form = await readFile(formPath)
    const server = await start({ env: { TMPDIR: temporary } })
    const bring = (file: Uint8Array) => bringBack(server.address, file)

    expect(sentenceIn(await bring(form))).toContain('found no answers in it')
    const handles = await handlesOf(server.child.pid!)
    for (const size of [0, 1, 300]) expect(outcomeOf(await bring(form.subarray(0, size)))).toBe('unreadable')
    for (const part of [0.3, 0.6, 0.9]) expectRefusal(await bring(form.subarray(0, form.length * part)))
    expect(outcomeOf(await bring(await locked(folder)))).toBe('password')
    const greedy = [
      'words of 110 MB in a field',
      'an array of twenty million in a stream',
      'words of 1 GB in run lengths',
    ]
    const exploded = await Promise.all(greedy.map((name) => bring(bombs[name]!())))
    for (const page of exploded) expect(['memory', 'time']).toContain(outcomeOf(page))
    for (const name of ['pages that are their own kids', 'cross-references that go round', 'a field in itself']) {
      expectRefusal(await bring(bombs[name]!()))
    }

    expect(sentenceIn(await bring(form))).toContain('found no answers in it')
    expect(server.said()).not.toContain('"fault"')
    expect(await readdir(temporary)).toEqual([])
    await until(async () => (await handlesOf(server.child.pid!)) <= handles, 'no more files open than before')
    expect(await server.end('SIGTERM')).toBe(0)
  }))
