import { fillForeignForm, inspectForeign, UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { complaints } from '../pdf/paper.ts'
import { lockTraps } from './drawn/lockTraps.ts'
import { plainForm } from './drawn/plainForm.ts'
import { latin1, stream, writePdf } from './drawn/source.ts'
import { changed } from './drawn/trap.ts'
import { sharedForms } from './sharedForms.ts'

const LIMIT_MS = 12_000

/** Sentences that say what was found, then what to do. */
const SENTENCES = /^This PDF [^.]+\. [A-Z][^.]+\.$|^We could not read this file as a PDF: [^.]+\. [A-Z][^.]+\.$/

const openOrRefuse = async (bytes: Uint8Array): Promise<'opened' | string> => {
  const begun = performance.now()
  try {
    await inspectForeign(bytes)
    const { problems } = await fillForeignForm(bytes, {}, 'final')
    expect(problems).toEqual([])
    return 'opened'
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadablePdf)
    expect((error as Error).message).toMatch(SENTENCES)
    return (error as Error).message
  } finally {
    expect(performance.now() - begun).toBeLessThan(2 * LIMIT_MS)
  }
}

const plain = writePdf(plainForm())

const refused: [string, () => Uint8Array | Promise<Uint8Array>, RegExp][] = [
  ['locked with a password, AES', lockTraps['a password to open it, AES'].make, /locked with a password/],
  ['locked with a password, RC4', lockTraps['a password to open it, RC4'].make, /locked with a password/],
  ['nothing', () => new Uint8Array(), /could not read/],
  ['a page of the web', () => latin1('<!doctype html><title>404</title><h1>Not found</h1>'), /could not read/],
  ['the first line of a PDF alone', () => plain.subarray(0, 20), /could not read/],
  ['a catalogue without pages', changed(() => ({ 2: 'null' })), /could not read/],
  [
    'pages that are no pages',
    changed(() => ({ 2: '<</Type/Pages/Kids[4 0 R 5 0 R (x) 9 9 R]/Count 4>>' })),
    /could not read/,
  ],
  ['a font in the place of the catalogue', changed(() => ({ 1: stream('x') })), /could not read/],
]

test.each(refused)('%s is refused in sentences', async (_, make, said) => {
  expect(await openOrRefuse(await make())).toMatch(said)
})

for (const { name, bytes } of sharedForms().filter((form) => /^(broken|encrypted)/.test(form.name))) {
  test(`${name} is opened, or refused in sentences, in time`, async () => {
    const came = await openOrRefuse(bytes)
    const locked = /invalid password/.test(await complaints(bytes))
    expect([locked, /locked with a password/.test(came)]).toEqual([locked, locked])
  })
}
