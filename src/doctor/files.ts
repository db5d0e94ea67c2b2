import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { doubtful, type Finding, fine, wrong } from './finding.ts'

const MB = 1024 * 1024
const HOUR = 60 * 60_000

// A response with its letters and their form takes some 1 MB.
const FREE_MB = { enough: 2000, least: 300 }

/** The space that is free where the data lies. */
export const checkDisk = async (dataFolder: string): Promise<Finding> => {
  const about = 'Disk space'
  const { bavail, bsize } = await statfs(dataFolder)
  const free = Math.floor((bavail * bsize) / MB)
  const words = `${free.toLocaleString('en-GB')} MB are free beside ${dataFolder}`
  if (free >= FREE_MB.enough) return fine(about, words)
  const remedy = 'Make room: a response with its letters takes about 1 MB.'
  return free >= FREE_MB.least ? doubtful(about, words, remedy) : wrong(about, words, remedy)
}

/** That nobody but its owner may read a file or a folder, and that we are its owner; `missing` is what is wrong without it. */
export const checkPrivate = async (path: string, us: number, missing: string | null): Promise<Finding[]> => {
  const about = `Who may read ${path}`
  const at = await stat(path).catch(() => null)
  if (!at) return missing === null ? [] : [wrong(about, 'it is not there', missing)]
  if (at.mode & 0o077) {
    const mode = (at.mode & 0o777).toString(8)
    return [wrong(about, `others than its owner (mode ${mode})`, `chmod ${at.isDirectory() ? 700 : 600} ${path}`)]
  }
  if (at.uid !== us && us !== 0)
    return [
      wrong(
        about,
        'another user than this one owns it',
        `chown it to the user that runs the product, or run doctor as that user.`,
      ),
    ]
  return [fine(about, 'its owner alone')]
}

/** That a folder of backups holds a young one, and none older than the privacy page says. Times are ms, UTC. */
export const checkBackups = async (folder: string, backupDays: number, now: number): Promise<Finding> => {
  const about = `Backups in ${folder}`
  const names = await readdir(folder).catch(() => null)
  if (!names)
    return wrong(about, 'the folder cannot be read', 'Correct the path, or make it: docs/running.md, under Backups.')
  const ages = (await Promise.all(names.map((name) => stat(join(folder, name))))).map(
    ({ mtimeMs }) => (now - mtimeMs) / HOUR,
  )
  const youngest = Math.min(...ages)
  if (youngest > 26)
    return wrong(
      about,
      ages.length === 0 ? 'there is none' : `the last one is ${Math.floor(youngest)} hours old`,
      'See why the timer did not run: docs/running.md, under Backups.',
    )
  if (Math.max(...ages) > (backupDays + 1) * 24)
    return wrong(
      about,
      `some are older than the ${backupDays} days that the privacy page says (BACKUP_DAYS)`,
      'Delete them.',
    )
  return fine(about, `the last one is ${Math.floor(youngest)} hours old, and none is older than ${backupDays} days`)
}
