import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const SOURCES = ['qpdf', 'pdf.js', 'pypdf', 'pikepdf']

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/pdf-corpora')
const files = join(cache, 'files')

const run = (command: string, words: string[], cwd: string): string =>
  execFileSync(command, words, { cwd, encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 2] })

/** Where this machine's own packages come from, as the sources of packages from there. */
const sourceLines = (): string[] => {
  const packages = [
    'indextargets',
    '--no-release-info',
    '--format',
    '$(SITE) $(RELEASE) $(COMPONENT)',
    'Created-By: Packages',
  ]
  const places = run('apt-get', packages, '/').split('\n')
  return [...new Set(places)].filter((place) => /debian|ubuntu/.test(place)).map((place) => `deb-src ${place}`)
}

/** Words that give apt a list and a state of its own: the machine's stay as they are. */
const privately = (folder: string): string[] => {
  mkdirSync(join(folder, 'lists/partial'), { recursive: true })
  mkdirSync(join(folder, 'archives/partial'), { recursive: true })
  writeFileSync(join(folder, 'sources.list'), `${sourceLines().join('\n')}\n`)
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State': folder,
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': folder,
    'APT::Sandbox::User': 'root',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
}

const unpack = (archive: string, into: string): void => {
  const names = run('tar', ['-tf', archive], cache)
    .split('\n')
    .filter((name) => /\.(pdf|fuzz)$/i.test(name))
  mkdirSync(into, { recursive: true })
  execFileSync('tar', ['-xf', archive, '-C', into, '-T', '-'], { input: names.join('\n'), stdio: ['pipe', 2, 2] })
}

const fetchSources = (): void => {
  rmSync(cache, { recursive: true, force: true })
  const [downloads, unpacked] = [join(cache, 'downloads'), join(cache, 'unpacked')]
  mkdirSync(downloads, { recursive: true })
  const apt = privately(join(cache, 'apt'))
  run('apt-get', [...apt, 'update', '-qq'], cache)
  run('apt-get', [...apt, 'source', '-qq', '--download-only', ...SOURCES], downloads)
  const archives = readdirSync(downloads).filter((name) => /\.orig\.tar\.\w+$/.test(name) && !name.endsWith('.asc'))
  for (const archive of archives) unpack(join(downloads, archive), join(unpacked, archive))
  rmSync(downloads, { recursive: true })
  renameSync(unpacked, files)
}

const found = (): string[] =>
  existsSync(files)
    ? readdirSync(files, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
    : []

/**
 * The paths of the PDFs, sound and broken, with which the makers of four PDF readers test themselves: more than a thousand, from
 * their source packages. They are fetched once, from where this machine gets its own packages (Debian, Ubuntu).
 */
export const corpora = (): string[] => {
  if (found().length === 0) fetchSources()
  return found()
}
