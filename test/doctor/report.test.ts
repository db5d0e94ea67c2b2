import { wrong } from '../../src/doctor/finding.ts'
import { reportOf } from '../../src/doctor/report.ts'

test('a sentence that has its full stop gets no other', () => {
  const found = ['Nothing answers at it (port 3615).', 'it offers none'].map((words) => wrong('TLS', words, 'Mend it.'))
  const { lines } = reportOf(found)
  expect(lines).toContain('TLS: Nothing answers at it (port 3615).\n')
  expect(lines).toContain('TLS: it offers none.\n')
})
