const weigh = async (address: string, paths: string[]): Promise<number> => {
  const sizes = paths.map(async (path) => (await (await fetch(address + path)).arrayBuffer()).byteLength)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

const allIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found]) => found!)),
]

const textAt = async (address: string): Promise<string> => (await fetch(address)).text()

/** What a newcomer's browser may fetch for the start page, each file whole, with every font that its styles name. */
export const firstVisit = async (address: string): Promise<{ files: string[]; bytes: number }> => {
  const html = (await textAt(address)).replaceAll('&#x3D;', '=')
  const files = allIn(html, /(?:href|src)="(\/assets\/[^"]+)"/g)
  const styles = await Promise.all(files.filter((path) => path.includes('.css')).map((path) => textAt(address + path)))
  const fonts = allIn(styles.join(), /url\("?(?:\/assets\/)?([^")]+woff2)"?\)/g).map((path) => `/assets/${path}`)
  const all = ['/', ...files, ...fonts]
  return { files: all, bytes: await weigh(address, all) }
}

/** What a tablet takes along until it is ready for a day without signal: its worker, and all that this names. */
export const readyTablet = async (address: string): Promise<{ files: string[]; bytes: number }> => {
  const script = await textAt(`${address}/tablet.js`)
  const [, listed = '[]'] = script.match(/files:(\[[^\]]*\/tablet\/form\.json[^\]]*\])/) ?? []
  const files = ['/tablet.js', ...(JSON.parse(listed) as string[])]
  return { files, bytes: await weigh(address, files) }
}
