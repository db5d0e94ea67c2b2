import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../assets/web')
const manifest: { start_url: string; scope: string; display: string; icons: Record<string, string>[] } = JSON.parse(
  readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'),
)

/** Width and height of a PNG, as its own header says. */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

test('a tablet that is put on the home screen opens at the stall, without a browser’s frame', () => {
  expect(manifest).toMatchObject({ start_url: '/stall', scope: '/', display: 'standalone' })
})

test('every icon is there, as large as it is said to be; one may be cut to any shape', () => {
  for (const { src, sizes } of manifest.icons)
    expect([src, sizeOf(readFileSync(join(folder, src!)))]).toEqual([src, sizes])
  expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`).sort()).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
})
