import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pythonWithPikepdf } from '../../run/tools.ts'

/** What pikepdf finds in a PDF: see read.py beside this. */
export type Read = {
  /** What qpdf --check says against it. */
  problems: string[]
  values: Record<string, string | string[]>
  /** The source of every signature field. */
  signatures: Record<string, string>
  /** Buttons whose widgets show another state than their field has. */
  wrong: string[]
  /** Widgets of pages that belong to no field of the form. */
  strays: string[]
  /** Names of scripts, actions, widgets and foreign forms. */
  active: string[]
  /** What makes a reader show something else than what was filled in: XFA, NeedAppearances, usage rights, scripts at the start. */
  restless: string[]
  pages: number
  tagged: boolean
  elements: number
  title: string | null
  language: string | null
}

let python: string | null = null

/** Asks one of the programs beside this about files. */
const ask = <Answer>(program: string, files: string[]): Promise<Answer> =>
  new Promise((resolve, reject) => {
    python ??= pythonWithPikepdf()
    if (!python) throw new Error('No Python here has pikepdf: install python3-pikepdf.')
    const words = ['-B', join(import.meta.dirname, program)]
    const child = execFile(python, words, { maxBuffer: 256e6 }, (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    )
    child.stdin?.end(JSON.stringify(files))
  })

/** Those of some files that hold a form with fields. */
export const withFields = (files: string[]): Promise<string[]> => ask('forms.py', files)

/** Reads PDFs with pikepdf, all in one go. */
export const readWithPikepdf = async (pdfs: Uint8Array[]): Promise<Read[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'pikepdf-'))
  try {
    const files = pdfs.map((_, index) => join(folder, `${index}.pdf`))
    await Promise.all(files.map((file, index) => writeFile(file, pdfs[index] as Uint8Array)))
    return await ask<Read[]>('read.py', files)
  } finally {
    await rm(folder, { recursive: true })
  }
}
