import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where the files of packages stand that are unpacked and not installed. */
export const unpackedFolder = resolve(import.meta.dirname, '../../node_modules/.cache/debian')

const run = (command: string, words: string[]) =>
  spawnSync(command, words, { cwd: unpackedFolder, stdio: ['ignore', 2, 2] }).status === 0

/**
 * Takes a Debian package's files out of it and installs nothing. Postfix, installed, would take the place of the machine's
 * own mail server and start; its `smtp-sink` needs no more than its files.
 */
export const unpack = (name: string): void => {
  mkdirSync(unpackedFolder, { recursive: true })
  process.stderr.write(`Unpacking ${name} into ${unpackedFolder}.\n`)
  if (!run('apt-get', ['download', name])) return
  for (const file of readdirSync(unpackedFolder).filter((one) => one.endsWith('.deb'))) {
    run('dpkg-deb', ['-x', file, '.'])
    rmSync(join(unpackedFolder, file))
  }
}
