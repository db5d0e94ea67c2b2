import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { LRUCache } from 'lru-cache'

type Prepared = { statement: StatementSync; gives: boolean }

/** Runs Kysely's compiled queries on one open SQLite database. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  /** Preparing a statement takes longer than running it. */
  readonly #prepared = new LRUCache<string, Prepared>({ max: 300 })

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { statement, gives } = this.#prepared.get(sql) ?? this.#prepare(sql)
    const values = parameters as SQLInputValue[]
    if (gives) return { rows: statement.all(...values) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    for (const row of (await this.executeQuery<Row>(query)).rows) yield { rows: [row] }
  }

  #prepare(sql: string): Prepared {
    const statement = this.#database.prepare(sql)
    const prepared = { statement, gives: statement.columns().length > 0 }
    this.#prepared.set(sql, prepared)
    return prepared
  }

  /** Whether a transaction is open. */
  get isWithin(): boolean {
    return this.#database.isTransaction
  }

  /** How long (ms) a statement waits for another process; it holds up all of this one meanwhile. */
  get busyTimeout(): number {
    return Number(this.#database.prepare('pragma busy_timeout').get()?.timeout)
  }

  set busyTimeout(ms: number) {
    this.run(`pragma busy_timeout = ${ms}`)
  }

  /** Runs a statement that takes and gives nothing. */
  run(sql: string): void {
    this.#database.exec(sql)
  }

  close(): void {
    this.#database.close()
  }
}
