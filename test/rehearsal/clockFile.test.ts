import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRehearsal } from '../../src/rehearsal/rehearsal.ts'

test('only its owner can read what a rehearsal keeps, its clock too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  try {
    startRehearsal(join(folder, 'data'), { rehearse: true, at: null, fresh: false }, Date.parse('2026-11-22T12:00:00Z'))
    expect(statSync(join(folder, 'data/clock.json')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
