import type { TabletPack } from './pack.ts'

/** Where the carried form is fetched. */
export const CARRIED = '/tablet/form.json'

/** The files of one release in a browser's cache: what its pages need and nothing else, no page ever. */
export const releaseFiles = (caches: CacheStorage, { version, files }: TabletPack) => {
  const named = `tablet ${version}`
  const kept = async (path: string): Promise<Response | undefined> =>
    (await caches.open(named)).match(path, { ignoreSearch: true })
  return {
    kept,
    take: async (): Promise<void> => (await caches.open(named)).addAll(files),
    /** Drops the files of every other release. */
    async dropOthers(): Promise<void> {
      for (const name of await caches.keys()) if (name !== named) await caches.delete(name)
    },
    async form(): Promise<string> {
      return ((await kept(CARRIED)) ?? (await fetch(CARRIED))).text()
    },
  }
}
