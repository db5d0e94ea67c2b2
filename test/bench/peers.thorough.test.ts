import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withChild } from '../../bench/forms/children/child.ts'
import { drawForm, formKinds } from '../../bench/forms/material/drawForm.ts'
import { responseOf } from '../../bench/forms/material/responses.ts'
import { onPaper } from '../../bench/forms/paper.ts'
import { peerList } from '../../bench/forms/peers/list.ts'
import { readFields } from '../../src/pdf/found/readFields.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-peers-'))
  for (const kind of formKinds) await writeFile(join(folder, kind), await drawForm(kind))
})
afterAll(() => rm(folder, { recursive: true }))

const fillers = peerList.filter(({ role }) => ['ours', 'peer', 'aided'].includes(role))
const cases = fillers.flatMap(({ name, fills }) => fills.map((kind) => [name, kind] as const))

test.each(cases)(
  '%s puts every answer on the %s paper, sets every field, and keeps nothing of the person before',
  async (name, kind) => {
    await withChild('fills/fillProcess.ts', [name, kind, 'Latin Extended', join(folder, kind)], async ({ ask }) => {
      const [first, second] = [responseOf('Latin Extended', 3), responseOf('Latin Extended', 4)]
      expect(await onPaper(await ask<Uint8Array>('sample', 3), first)).toBe(24)
      const bytes = await ask<Uint8Array>('sample', 4)
      expect(await onPaper(bytes, second)).toBe(24)
      expect(await onPaper(bytes, first)).toBe(0)
      if (kind === 'fillable') expect(await readFields(bytes)).toEqual({ ...second.texts, ...second.buttons })
    })
  },
)

test('a child that fails says why, and in whose words', async () => {
  await withChild('fills/fillProcess.ts', ['ours', 'flat', 'ASCII', join(folder, 'flat')], async ({ ask }) => {
    await expect(ask('sample', 1000)).rejects.toThrow(/fillProcess\.ts ours flat ASCII .*: TypeError/)
  })
})

test('a child that cannot begin is not waited for', async () => {
  await expect(withChild('fills/fillProcess.ts', ['nobody', 'flat', 'ASCII', folder], async () => {})).rejects.toThrow(
    /ended early \(1\): .*There is no peer named "nobody"/s,
  )
})
