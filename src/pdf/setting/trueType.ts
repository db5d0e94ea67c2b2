/** What setting text needs of a TrueType font: a glyph and an advance for each UTF-16 unit, and the heights. */
export type TrueType = {
  unitsPerEm: number
  ascent: number
  descent: number
  capHeight: number
  bbox: [number, number, number, number]
  glyphs: Map<number, number>
  advanceOf(glyph: number): number
}

const tablesOf = (view: DataView): Map<string, DataView> => {
  const tables = new Map<string, DataView>()
  for (let at = 12, left = view.getUint16(4); left > 0; left--, at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)))
    tables.set(tag, new DataView(view.buffer, view.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12)))
  }
  return tables
}

/** A cmap subtable of format 4: segments of code points below U+FFFF. */
const readSegments = (cmap: DataView, at: number): Map<number, number> => {
  const glyphs = new Map<number, number>()
  const twice = cmap.getUint16(at + 6)
  for (let segment = 0; segment < twice; segment += 2) {
    const end = cmap.getUint16(at + 14 + segment)
    const start = cmap.getUint16(at + 16 + twice + segment)
    const delta = cmap.getUint16(at + 16 + 2 * twice + segment)
    const offsetAt = at + 16 + 3 * twice + segment
    const offset = cmap.getUint16(offsetAt)
    for (let point = start; point <= end && point < 0xffff; point++) {
      const raw = offset === 0 ? point : cmap.getUint16(offsetAt + offset + 2 * (point - start))
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) glyphs.set(point, glyph)
    }
  }
  return glyphs
}

const readCmap = (cmap: DataView): Map<number, number> => {
  for (let at = 4, left = cmap.getUint16(2); left > 0; left--, at += 8) {
    const offset = cmap.getUint32(at + 4)
    if (cmap.getUint16(offset) === 4) return readSegments(cmap, offset)
  }
  throw new Error('The font has no character map of format 4')
}

/** Reads a TrueType file (sfnt; OpenType 1.9, tables cmap, head, hhea, hmtx, OS/2). Throws when a table is missing. */
export const readTrueType = (font: Uint8Array): TrueType => {
  const tables = tablesOf(new DataView(font.buffer, font.byteOffset, font.byteLength))
  const table = (tag: string): DataView => {
    const found = tables.get(tag)
    if (!found) throw new Error(`The font has no table ${tag}`)
    return found
  }
  const [head, hhea, hmtx, os2] = [table('head'), table('hhea'), table('hmtx'), table('OS/2')]
  const long = hhea.getUint16(34)
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: os2.getInt16(88),
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphs: readCmap(table('cmap')),
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, long - 1)),
  }
}
