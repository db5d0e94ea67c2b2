import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const project = resolve(import.meta.dirname, '../..')

/** The project's own files as paths from its folder: committed or about to be, never what git ignores. */
export const files = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: project, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(resolve(project, file)))

export const exists = (path: string): boolean => existsSync(resolve(project, path))

export const textOf = (file: string): string => readFileSync(resolve(project, file), 'utf8')
