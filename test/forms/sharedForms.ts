import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../shared/forms')

/** A public body's own form, kept beside the project and not in it. */
export type SharedForm = { name: string; bytes: Uint8Array }

/** The real forms that lie in ../shared/forms; none, and a line that says so, where there is no such folder. */
export const sharedForms = (): SharedForm[] => {
  if (!existsSync(folder)) {
    process.stderr.write('Real forms are not tried: there is no folder ../shared/forms.\n')
    return []
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  return names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
}
