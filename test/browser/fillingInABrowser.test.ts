import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { formFonts } from '../../src/consultation/formFonts.ts'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { fill } from '../../src/pdf/fill.ts'
import { printRun } from '../../src/pdf/printRun.ts'
import { withDay } from '../stories/withBrowser.ts'

const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const subsetter = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')

const PAGE = `<!doctype html>
<script type="importmap">{ "imports": { "harfbuzzjs/dist/harfbuzz-subset.wasm": "/subset.wasm" } }</script>
<script type="module" src="/filling.js"></script>`

const bundle = async (): Promise<Buffer> => {
  const entry = join(import.meta.dirname, 'fillingEntry.ts')
  // A package of Node's own in it would not be found, and the build would fail.
  const built = await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'browser', write: false })
  return Buffer.from(built.outputFiles[0]!.contents)
}

test('the same code fills the same forms in a browser, to the byte', async () => {
  const pack = await readPack(folder)
  const prepared = await prepareFor(pack)
  const answers = JSON.parse(readFileSync(join(folder, 'sample-answers.json'), 'utf8'))
  const marks = { reference: 'K7MQ2FTD', title: pack.form.title, note: pack.form.note ?? null }
  const fonts = await formFonts()
  const files: Record<string, Buffer | string> = {
    '/': PAGE,
    '/filling.js': await bundle(),
    '/subset.wasm': readFileSync(subsetter),
    '/form.pdf': Buffer.from(pack.official),
    '/regular.ttf': Buffer.from(fonts.regular),
    '/bold.ttf': Buffer.from(fonts.bold),
  }
  await withDay(async ({ visitor }) => {
    const page = await visitor()
    await page.context().route('http://localhost/**', (route) => {
      const path = new URL(route.request().url()).pathname
      const type = path === '/' ? 'text/html' : path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream'
      return route.fulfill({ body: files[path] ?? '', contentType: type })
    })
    await page.goto('http://localhost/')
    await page.waitForFunction(() => 'fill' in globalThis)
    const { boxes, questionnaire, language, form } = pack
    const asked = { boxes, questionnaire, language, title: form.title, answers, marks }
    const made = await page.evaluate(async (asked) => {
      const { fill, prepareForm, printRun } = globalThis as unknown as typeof import('./fillingEntry.ts')
      const fetched = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer())
      const [official, regular, bold] = await Promise.all(['/form.pdf', '/regular.ttf', '/bold.ttf'].map(fetched))
      if (!official || !regular || !bold) throw new Error('Something is missing')
      const prepared = await prepareForm({ ...asked, official, fonts: { regular, bold } })
      const { answers, marks } = asked
      const run = await printRun(prepared, [{ answers, marks }], { duplex: true })
      const forms = [fill(prepared, answers, marks).bytes, fill(prepared, answers, marks, 'final').bytes, run]
      return Promise.all(
        forms.map(async (bytes) =>
          Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))),
        ),
      )
    }, asked)
    const run = await printRun(prepared, [{ answers, marks }], { duplex: true })
    const here = [fill(prepared, answers, marks).bytes, fill(prepared, answers, marks, 'final').bytes, run]
    const digests = here.map(async (bytes) => [
      ...new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))),
    ])
    expect(made).toEqual(await Promise.all(digests))
  })
})
