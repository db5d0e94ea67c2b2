import { join } from 'node:path'
import { compileViews } from '../../src/views/compileViews.ts'
import { pageNames } from '../../src/views/names.ts'
import { precompiledViews } from '../../src/views/precompiledViews.ts'
import { precompileViews } from '../../src/views/precompileViews.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { WrongTemplates } from '../../src/views/WrongTemplates.ts'
import { emptyViews } from './emptyViews.ts'
import { fullViews } from './fullViews.ts'
import { lateLayout, layout } from './samples.ts'

const files = readTemplates(join(import.meta.dirname, '../../templates'))
const asset = (path: string) => `/assets/${path}?1`

const written = async () => {
  const address = `data:text/javascript,${encodeURIComponent(precompileViews(files))}`
  return precompiledViews((await import(address)).templates, asset)
}

test('what was compiled before writes every page as what is compiled here', async () => {
  const [compiled, before] = [compileViews(files, asset).page, await written()]
  for (const name of pageNames) {
    expect(before(name, fullViews[name], lateLayout)).toBe(compiled(name, fullViews[name], lateLayout))
    expect(before(name, emptyViews[name], layout)).toBe(compiled(name, emptyViews[name], layout))
  }
})

test('a value that a template names and a view lacks is a fault there too', async () => {
  const page = await written()
  expect(() => page('on-phone', {} as never, {} as never)).toThrow()
})

test('letters stay behind, and wrong templates are refused', () => {
  expect(precompileViews(files)).not.toContain('letters/')
  expect(() => precompileViews({ ...files, 'pages/start.hbs': '{{{raw}}}' })).toThrow(WrongTemplates)
})
