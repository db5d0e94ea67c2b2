import { type Finding, fine, wrong } from './finding.ts'

/** How a database keeps what it was given: SQLite's pragmas as they are on a connection of the product, and its self-check. */
export type Durability = { synchronous: number; journalMode: string; secureDelete: number; check: string }

// https://www.sqlite.org/pragma.html#pragma_synchronous: 2 is FULL, 3 EXTRA.
const FULL = 2

/** Whether what a page calls saved outlives the power, and the file is whole. */
export const checkDatabase = ({ synchronous, journalMode, secureDelete, check }: Durability): Finding[] => {
  const durable = synchronous >= FULL && journalMode === 'wal' && secureDelete === 1
  return [
    durable
      ? fine('The database keeps', 'at once and for good (WAL, synchronous=FULL, secure_delete)')
      : wrong(
          'The database keeps',
          `not for good: journal_mode=${journalMode}, synchronous=${synchronous}, secure_delete=${secureDelete}`,
          'Put the product’s own code back: these are set in it.',
        ),
    check === 'ok'
      ? fine('The database’s file', 'whole')
      : wrong(
          'The database’s file',
          `damaged: ${check.slice(0, 200)}`,
          'Stop the product, and restore the last backup: docs/running.md.',
        ),
  ]
}
