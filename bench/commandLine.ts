import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What was asked for: names of measurements, where rows of forms go as JSON, and whether few rounds will do. */
export type Asked = { names: string[]; json: string | null; quick: boolean }

/** Words that the bench cannot follow; the message is a sentence that says what to write instead. */
export class WrongWords extends Error {}

const HOW = 'For example: npm run bench -- forms --json rows.json'

const parse = (words: string[]) => {
  try {
    const options = { json: { type: 'string' }, quick: { type: 'boolean', default: false } } as const
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/\. |\n/)
    throw new WrongWords(`${first}. ${HOW}`)
  }
}

const canWrite = (file: string): boolean => {
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return false
    accessSync(dirname(resolve(file)), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Reads the command line; no names mean all of them. Throws WrongWords before anything is measured. */
export const readWords = (words: string[], known: string[]): Asked => {
  const { values, positionals } = parse(words)
  const { json = null, quick } = values
  const strange = positionals.filter((name) => !known.includes(name))
  if (strange.length > 0)
    throw new WrongWords(`There is no measurement "${strange.join('", "')}": choose from ${known.join(', ')}.`)
  const names = positionals.length > 0 ? known.filter((name) => positionals.includes(name)) : known
  if (json !== null && !names.includes('forms'))
    throw new WrongWords(`--json writes the rows of "forms", which is not among ${names.join(', ')}: name it too.`)
  if (json !== null && !canWrite(json))
    throw new WrongWords(`"${json}" cannot be written: name a file in a folder that is there.`)
  return { names, json, quick }
}
