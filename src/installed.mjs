import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Plain JavaScript for Node 18 and up: it runs before anything is installed.

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, bin?: Record<string, string> }} Entry */

/** @param {string} file @returns {Record<string, Entry> | null} */
const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/** @param {string} root @param {[string, Entry]} installed */
const isWhole = (root, [folder, { bin = {} }]) => {
  const atTop = folder.lastIndexOf('node_modules/') === 0
  const commands = atTop ? Object.keys(bin).map((name) => join(root, 'node_modules/.bin', name)) : []
  return (
    existsSync(join(root, folder, 'package.json')) &&
    commands.every((command) => lstatSync(command, { throwIfNoEntry: false }) !== undefined)
  )
}

/**
 * What is wrong with the packages in node_modules, as the end of a sentence, or null when they are those of the lock file.
 * npm's own record says what it put there, this machine's optional packages included; the folders say what is still there.
 * @param {string} root the project's folder
 * @returns {string | null}
 */
export const packagesProblem = (root) => {
  const wanted = packagesIn(join(root, 'package-lock.json')) ?? {}
  const found = packagesIn(join(root, 'node_modules/.package-lock.json'))
  if (!found) return 'nothing is installed yet'
  const other = Object.entries(wanted).some(([folder, { optional, version, integrity }]) => {
    if (folder === '' || (optional && !found[folder])) return false
    return found[folder]?.version !== version || found[folder]?.integrity !== integrity
  })
  if (other) return 'what is installed is not what package-lock.json lists'
  return Object.entries(found).every((entry) => isWhole(root, entry)) ? null : 'some packages are missing'
}
