/** The value of every field by its full name: text, or the chosen export value ('' for none). Rejects for no PDF. */
export const readFields = async (_bytes: Uint8Array): Promise<Record<string, string | string[]>> => {
  throw new Error('not yet')
}
