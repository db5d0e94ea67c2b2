import { join } from 'node:path'
import { momentIn } from '../../src/consultation/moments.ts'
import { complaints, pageTexts } from '../pdf/paper.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const pack = join(import.meta.dirname, '../packs/library-hours')

test('another consultation is another folder, and every page speaks of it alone', () =>
  withHouse(
    async ({ address, setClock }) => {
      setClock(momentIn('2031-03-01T10:00', 'Europe/London'))
      const visitor = new Visitor(address)
      await visitor.begin()
      await visitor.get('/questions/visits')
      const chosen = await visitor.post('/questions/visits', {
        days: ['saturday', 'weekdays'],
        'days-why': 'To be warm.',
      })
      expect(chosen.location).toBe('/questions/proposal')
      await visitor.post('/questions/proposal', { 'three-days': 'no', street: 'Mühlgasse 3' })

      const paths = [
        '/',
        '/tasks',
        '/questions/visits',
        '/check',
        '/send',
        '/send/cover',
        '/save',
        '/privacy',
        '/who-we-are',
        '/accessibility',
        '/none',
      ]
      for (const path of paths) {
        const { text } = await visitor.get(path)
        expect([path, text.match(/MOPAC|Dagenham|police|Mayor/i)]).toEqual([path, null])
        expect(text).toContain('Keep the Library Open')
        expect([path, text.includes('lamp')]).toEqual([path, false])
      }
      expect((await visitor.get('/questions/visits')).text.match(/ checked/g)).toHaveLength(2)
      expect((await visitor.get('/')).text).toContain('before <strong><span class="together">midday, UK time')

      const href = (await visitor.get('/send')).text.match(/href="(\/take\/[^"]+\.pdf)"/)?.[1] ?? ''
      const { bytes, headers } = await visitor.get(href)
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="library-hours-response-[0-9A-Z]{8}\.pdf"$/,
      )
      expect(await complaints(bytes)).toBe('')
      const paper = (await pageTexts(bytes)).join()
      for (const words of ['To be warm.', 'Mühlgasse 3', 'Invented for our tests.']) expect(paper).toContain(words)
    },
    { pack },
  ))
