/** A field of a form; `page` counts from 1 and is null for a field that stands on no page. */
export type FieldFacts = {
  name: string
  kind: 'text' | 'checkbox' | 'radio' | 'choice' | 'button' | 'signature'
  page: number | null
  value: string | string[]
  states?: string[]
  options?: string[]
  maxLength?: number
}

/** What can be said of a PDF without drawing it; sizes in points. */
export type FormFacts = {
  title: string | null
  language: string | null
  tagged: boolean
  encrypted: boolean
  pages: { width: number; height: number }[]
  fields: FieldFacts[]
}

/** Reads a PDF's pages and fields. Rejects when the bytes are not a PDF that can be read. */
export const inspect = async (_bytes: Uint8Array): Promise<FormFacts> => {
  throw new Error('not yet')
}
