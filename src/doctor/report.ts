import type { Finding } from './finding.ts'

const line = ({ about, level, words, remedy }: Finding): string =>
  `${level.padEnd(9)} ${about}: ${words.replace(/\.$/, '')}.${remedy ? `\n          ${remedy}` : ''}`

/** Findings as lines, each with its remedy under it; the summary; and how many are wrong. */
export const reportOf = (findings: Finding[]): { lines: string; summary: string; wrong: number } => {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length
  const summary = `${count('fine')} fine, ${count('doubtful')} doubtful, ${count('wrong')} wrong`
  return { lines: findings.map(line).join('\n'), summary, wrong: count('wrong') }
}
