import { fullViews } from '../views/fullViews.ts'
import { tabletOf, tabletPage, withTabletPages } from './tabletPages.ts'

test('a tablet that cannot be made ready says so where it is read out, and may be tried again', async () => {
  const page = () => tabletPage('getting-ready', fullViews['getting-ready'], { size: 'normal', person: false })
  // There is no worker behind this address, as where the signal went.
  const { tablet } = tabletOf({ pages: { '/stall/ready': page } })
  await withTabletPages(tablet, async (open) => {
    const page = await open()
    await page.goto('/stall/ready')
    await page.getByRole('status').getByText('This tablet could not be made ready.').waitFor()
    const asked = page.waitForRequest('**/stall/ready')
    await page.getByRole('link', { name: 'Try again' }).click()
    await asked
    await page.getByRole('status').getByText('This tablet could not be made ready.').waitFor()
  })
})
