import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PreparedForm } from '../pdf/preparedForm.ts'
import { prepareForm } from '../pdf/prepareForm.ts'
import type { Consultation } from './consultation.ts'

const fontFolder = join(import.meta.dirname, '../../assets/fonts')

const readFont = async (name: string) => new Uint8Array(await readFile(join(fontFolder, name)))

/** A consultation's form, read and given the fonts that every form is filled in. Done once, at the start. */
export const prepareFor = async ({ official, boxes, questionnaire }: Consultation): Promise<PreparedForm> => {
  const [regular, bold] = await Promise.all(['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'].map(readFont))
  return prepareForm({ official, boxes, questionnaire, fonts: { regular: regular!, bold: bold! } })
}
