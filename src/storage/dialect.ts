import type { DatabaseSync } from 'node:sqlite'
import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { beginImmediate } from './beginImmediate.ts'
import { SqliteConnection } from './connection.ts'

/** SQLite can change tables within a transaction, so two processes that start at once migrate one after the other. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/** One connection, lent to one borrower at a time in the order of asking: a transaction never sees another's statements. */
class OneConnection implements Driver {
  readonly #open: () => DatabaseSync
  #connection: SqliteConnection | undefined
  #queue: Promise<void> = Promise.resolve()
  #release = () => {}

  constructor(open: () => DatabaseSync) {
    this.#open = open
  }

  async init() {
    this.#connection = new SqliteConnection(this.#open())
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const turn = this.#queue
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#queue = promise
    await turn
    this.#release = resolve
    return this.#connection!
  }

  async releaseConnection() {
    this.#release()
  }

  // Deferred, a transaction that reads first and then writes fails with "busy" when another process wrote between.
  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings) {
    if (accessMode === 'read only') this.#connection!.run('begin')
    else await beginImmediate(this.#connection!)
  }

  async commitTransaction() {
    this.#connection!.run('commit')
  }

  // On a full disk SQLite takes a transaction back itself; asked to once more, it would hide why behind an error of its own.
  async rollbackTransaction() {
    if (this.#connection!.isWithin) this.#connection!.run('rollback')
  }

  async destroy() {
    this.#connection?.close()
  }
}

/** Kysely's way to speak to the SQLite that is built into Node. `open` is called once, at the first query. */
export const nodeSqliteDialect = (open: () => DatabaseSync): Dialect => ({
  createAdapter: () => new Adapter(),
  createDriver: () => new OneConnection(open),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new SqliteIntrospector(db),
})
