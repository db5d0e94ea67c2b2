import { type FormToRead, toRead } from '../../src/pdf/seeing/released.ts'
import { release } from '../../src/workers/pictures.ts'

const names = new WeakMap<Uint8Array, string>()
let named = 0

const nameOf = (head: Uint8Array): string => {
  const name = names.get(head) ?? `form ${++named}`
  names.set(head, name)
  return name
}

/** A filled form as the product reads it back, in this thread. */
export const readByPdfium = (form: FormToRead) => release({ ...toRead(form), form: nameOf(form.head) })

/** What is not seen of a filled form: "how: what". */
export const lostOn = async (form: FormToRead): Promise<string[]> =>
  (await readByPdfium(form)).missing.map(({ how, missing }) => `${how}: ${missing}`)
