/** One thing in the product's sources, and what is put in its place. */
export type Change = { file: string; from: string; to: string }

const hook = (changes: Change[]) => `
import { registerHooks } from 'node:module'
const changes = ${JSON.stringify(changes)}
const change = (source, { file, from, to }) => {
  if (!source.includes(from)) throw new Error(file + ' has no longer: ' + from)
  return source.replace(from, () => to)
}
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    const here = changes.filter(({ file }) => url.endsWith('/' + file))
    return here.length ? { ...loaded, source: here.reduce(change, String(loaded.source)) } : loaded
  },
})`

/**
 * What node is given to run the product with some things changed: what a promise's mutation partner runs on. It ends at once
 * where a source has such a thing no longer, so that no partner runs on the whole product.
 */
export const withChanges = (changes: Change[]): string[] =>
  changes.length === 0 ? [] : ['--import', `data:text/javascript,${encodeURIComponent(hook(changes))}`]
