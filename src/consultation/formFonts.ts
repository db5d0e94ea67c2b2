import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../assets/fonts')

const readFont = async (name: string) => new Uint8Array(await readFile(join(folder, name)))

/** The two fonts that forms are filled in and stand-ins are drawn in, whole, as TrueType. */
export const formFonts = async (): Promise<{ regular: Uint8Array; bold: Uint8Array }> => {
  const [regular, bold] = await Promise.all([readFont('NotoSans-Regular.ttf'), readFont('NotoSans-Bold.ttf')])
  return { regular, bold }
}
