import type { PackFiles } from '../../src/consultation/soundPack.ts'
import { changed, type Edit, problemsOf } from './brokenPack.ts'

type Break = [string, keyof PackFiles, Edit, { path: string; found: RegExp; expected: RegExp }]

const said = 'consultation.json'
const breaks: Break[] = [
  [
    'an address mistyped by a letter, beside the one that its source has',
    said,
    ['consultation@mopac', 'consultaton@mopac'],
    { path: 'email.address', found: /^"consultaton@.* has "consultation@mopac\.london\.gov\.uk"$/, expected: /quotes/ },
  ],
  [
    'an address with its end cut off',
    said,
    ['london.gov.uk",\n    "source": "A', 'london.gov",\n    "source": "A'],
    { path: 'email.address', found: /"consultation@mopac\.london\.gov", but/, expected: /quotes/ },
  ],
  [
    'an address that PROVENANCE.md does not have',
    'PROVENANCE.md',
    ['consultation@mopac.london.gov.uk', 'by post alone'],
    { path: 'email.address', found: /no address at all/, expected: /quotes/ },
  ],
  [
    'a name from a question that is not asked',
    said,
    ['"nameQuestion": "name"', '"nameQuestion": "nome"'],
    { path: 'email.nameQuestion', found: /not asked/, expected: /name, / },
  ],
  [
    'a name from a choice',
    said,
    ['"nameQuestion": "name"', '"nameQuestion": "q1"'],
    { path: 'email.nameQuestion', found: /one-of/, expected: /name, / },
  ],
]

test.each(breaks)('%s is the one problem of the pack', async (_name, file, edit, { path, found, expected }) => {
  expect(await problemsOf(await changed(file, edit))).toEqual([
    {
      ...{ file: said, path, remedy: expect.stringMatching(/correct/) },
      ...{ found: expect.stringMatching(found), expected: expect.stringMatching(expected) },
    },
  ])
})
