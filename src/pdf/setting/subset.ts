import { subsetterBytes } from './subsetterBytes.ts'

type HarfBuzz = {
  memory: WebAssembly.Memory
  _initialize?: () => void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_length(blob: number): number
  hb_blob_get_data(blob: number, length: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_input_set(input: number, which: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_or_fail(face: number, input: number): number
}

const NO_HINTING = 1 // HB_SUBSET_FLAGS_NO_HINTING
const DROP_TABLES = 3 // HB_SUBSET_SETS_DROP_TABLE_TAG
const LAYOUT_TABLES = ['GSUB', 'GPOS', 'GDEF', 'GASP', 'name', 'post', 'meta', 'DSIG']

const tagOf = (name: string) => [...name].reduce((tag, letter) => (tag << 8) | letter.charCodeAt(0), 0) >>> 0

let loading: Promise<HarfBuzz> | undefined

const load = async (): Promise<HarfBuzz> => {
  const { instance } = await WebAssembly.instantiate(await subsetterBytes())
  const harfBuzz = instance.exports as unknown as HarfBuzz
  harfBuzz._initialize?.()
  return harfBuzz
}

/**
 * A TrueType font cut down to some Unicode code points, without hinting, names or layout tables.
 * Code points that the font lacks are passed over. The same input gives the same bytes.
 */
export const subset = async (font: Uint8Array, codePoints: Iterable<number>): Promise<Uint8Array> => {
  loading ??= load()
  const hb = await loading
  const data = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, data)
  const blob = hb.hb_blob_create(data, font.length, 2, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  hb.hb_subset_input_set_flags(input, NO_HINTING)
  const unicodes = hb.hb_subset_input_unicode_set(input)
  for (const point of codePoints) hb.hb_set_add(unicodes, point)
  const dropped = hb.hb_subset_input_set(input, DROP_TABLES)
  for (const name of LAYOUT_TABLES) hb.hb_set_add(dropped, tagOf(name))
  const result = hb.hb_subset_or_fail(face, input)
  if (result === 0) throw new Error('HarfBuzz could not subset the font: it is not a sound TrueType file')
  const made = hb.hb_face_reference_blob(result)
  const at = hb.hb_blob_get_data(made, 0)
  const bytes = new Uint8Array(hb.memory.buffer).slice(at, at + hb.hb_blob_get_length(made))
  for (const one of [made, blob]) hb.hb_blob_destroy(one)
  for (const one of [result, face]) hb.hb_face_destroy(one)
  hb.hb_subset_input_destroy(input)
  hb.free(data)
  return bytes
}
