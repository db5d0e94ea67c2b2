import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRehearsal } from '../../src/rehearsal/rehearsal.ts'

test('only its owner can read what a rehearsal keeps, its clock too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  try {
    const pack = { id: 'a-pack', closesAtMs: Date.parse('2017-10-06T16:30:00Z'), timeZone: 'Europe/London' }
    const options = { rehearse: true, at: null, fresh: false }
    startRehearsal(join(folder, 'data'), pack, options, Date.parse('2026-11-22T12:00:00Z')).keep()
    expect(statSync(join(folder, 'data/clock.json')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
