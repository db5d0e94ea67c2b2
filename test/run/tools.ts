import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { unpack, unpackedFolder } from './unpack.ts'

/** A program that the tests need, by the names it goes under and the Debian package that brings it; `works` where a name is not enough. */
type Tool = { names: string[]; package: string; works?: () => boolean }

/** The Python that has pikepdf: Debian's own, or else another one on the PATH; null for none. */
export const pythonWithPikepdf = (): string | null =>
  ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import pikepdf']).status === 0) ?? null

const always: Tool[] = [
  { names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], package: 'chromium' },
  { names: ['qpdf'], package: 'qpdf' },
  { names: ['pdftotext'], package: 'poppler-utils' },
  { names: ['pdftoppm'], package: 'poppler-utils' },
  { names: ['python3'], package: 'python3-pikepdf', works: () => pythonWithPikepdf() !== null },
]

const forPromises: Tool[] = [
  { names: ['mutool'], package: 'mupdf-tools' },
  { names: ['gs'], package: 'ghostscript' },
  { names: ['faketime'], package: 'faketime' },
  { names: ['fiu-run'], package: 'fiu-utils' },
  { names: ['slowhttptest'], package: 'slowhttptest' },
  { names: ['smtp-sink'], package: 'postfix' },
  { names: ['xz'], package: 'xz-utils' },
]

const forSoak: Tool[] = [
  { names: ['xfs_io'], package: 'xfsprogs' },
  { names: ['mkfs.ext4'], package: 'e2fsprogs' },
]

/** Which tests are to run: each takes the programs of the one before it, and more. */
export type Reach = 'always' | 'promises' | 'soak'

const toolsFor = (reach: Reach): Tool[] => [
  ...always,
  ...(reach === 'always' ? [] : forPromises),
  ...(reach === 'soak' ? forSoak : []),
]

const canRun = (file: string) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// What Debian keeps for its administrator is not on everybody's PATH.
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', join(unpackedFolder, 'usr/sbin')]

/** Where the first of these programs is, or null. */
export const pathOf = (...names: string[]): string | null => {
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun) ?? null
}

/** The Chromium (or Chrome) to drive in tests, or null. */
export const chromium = (): string | null => pathOf(...always[0]!.names)

const onlyUnpacked = ['postfix']

const isMissing = ({ names, works }: Tool) => (works ? !works() : pathOf(...names) === null)

const apt = (...words: string[]) =>
  spawnSync('apt-get', words, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const installByApt = (packages: string[]) => {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return
  if (!apt('update')) return
  const installed = packages.filter((name) => !onlyUnpacked.includes(name))
  if (installed.length > 0) {
    process.stderr.write(`Installing ${installed.join(', ')} with apt-get.\n`)
    apt('install', '-y', '--no-install-recommends', ...installed)
  }
  for (const name of packages) if (onlyUnpacked.includes(name)) unpack(name)
}

/** Makes sure of the programs that the tests drive; answers the sentence that says how to get what is still missing, or null. */
export const missingTools = (reach: Reach): string | null => {
  const tools = toolsFor(reach)
  const packages = () => [...new Set(tools.filter(isMissing).map((tool) => tool.package))]
  if (packages().length > 0) installByApt(packages())
  const missing = packages().join(' ')
  if (!missing) return null
  return `The tests need ${missing}: on Debian or Ubuntu run "sudo apt-get install ${missing}", elsewhere install what these packages hold.`
}
