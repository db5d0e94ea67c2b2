import { type PDFDocument, PDFHexString, type PDFRef } from 'pdf-lib'
import type { Typeface } from '../setting/typeface.ts'

/** Runs of neighbouring units, each with its widths: the W array of ISO 32000-1, 9.7.4.3. */
const widthRuns = ({ font, widthOf }: Typeface): (number | number[])[] => {
  const runs: (number | number[])[] = []
  let last = -2
  for (const unit of [...font.glyphs.keys()].sort((a, b) => a - b)) {
    if (unit !== last + 1) runs.push(unit, [])
    ;(runs.at(-1) as number[]).push(widthOf(unit))
    last = unit
  }
  return runs
}

const glyphMap = ({ font }: Typeface): Uint8Array => {
  const map = new Uint8Array(2 * (Math.max(...font.glyphs.keys()) + 1))
  for (const [unit, glyph] of font.glyphs) map.set([glyph >> 8, glyph & 0xff], 2 * unit)
  return map
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').toUpperCase()

/** The first and the last unit of each high byte that a font has letters for. */
const spansOf = ({ font }: Typeface): { first: number; last: number }[] => {
  const spans = new Map<number, { first: number; last: number }>()
  for (const unit of font.glyphs.keys()) {
    const { first, last } = spans.get(unit >> 8) ?? { first: unit, last: unit }
    spans.set(unit >> 8, { first: Math.min(first, unit), last: Math.max(last, unit) })
  }
  return [...spans.values()].sort((a, b) => a.first - b.first)
}

/**
 * Each code is its own UTF-16 unit; a range may not cross a high byte (ISO 32000-1, 9.10.3), nor a block hold over 100. Codes
 * without a letter are left out: PDFium takes a range apart, code by code, each time that it opens the form.
 */
const toUnicode = (typeface: Typeface): string => {
  const ranges = spansOf(typeface).map(({ first, last }) => `<${hex(first, 4)}> <${hex(last, 4)}> <${hex(first, 4)}>`)
  const blocks = [0, 100, 200].map((at) => ranges.slice(at, at + 100)).filter((block) => block.length > 0)
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks.map((block) => `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** Puts a typeface into a document as a composite font whose codes are UTF-16 units; answers its object. */
export const embedTypeface = ({ context }: PDFDocument, typeface: Typeface): PDFRef => {
  const { bytes, font } = typeface
  const scale = 1000 / font.unitsPerEm
  const name = `AAAAAA+${typeface.name}`
  const file = context.register(context.flateStream(bytes, { Length1: bytes.length }))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: font.bbox.map((value) => Math.round(value * scale)),
      ItalicAngle: 0,
      Ascent: Math.round(font.ascent * scale),
      Descent: Math.round(font.descent * scale),
      CapHeight: Math.round(font.capHeight * scale),
      StemV: typeface.name.includes('Bold') ? 140 : 80,
      FontFile2: file,
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFHexString.of('41646F6265'),
        Ordering: PDFHexString.of('4964656E74697479'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      W: widthRuns(typeface),
      CIDToGIDMap: context.register(context.flateStream(glyphMap(typeface))),
    }),
  )
  const font0 = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
  }
  return context.register(
    context.obj({ ...font0, ToUnicode: context.register(context.flateStream(toUnicode(typeface))) }),
  )
}
