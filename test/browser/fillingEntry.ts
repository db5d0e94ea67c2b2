// What a page loads that fills forms by itself: the product's own code, and nothing else.
import { fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { printRun } from '../../src/pdf/printRun.ts'

export { fill, prepareForm, printRun }

Object.assign(globalThis, { fill, prepareForm, printRun })
