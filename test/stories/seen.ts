import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Finding = { id: string; nodes: { html: string }[] }

/** What axe-core finds on the page as it stands, a line each; empty when it finds nothing. */
export const barriersOn = async (page: Page): Promise<string[]> => {
  const findings = await page.evaluate(async (source: string) => {
    if (!('axe' in globalThis)) new Function(source)()
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  }, axe)
  return findings.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** How far the page is wider than the screen, in CSS pixels; more than 0 has to be scrolled sideways. */
export const sidewaysOn = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Expects of the page what every page owes everybody: no barrier, nothing beside the screen, one main heading. */
export const expectFitForAll = async (page: Page): Promise<void> => {
  const where = new URL(page.url()).pathname
  expect([where, await barriersOn(page)]).toEqual([where, []])
  expect([where, await sidewaysOn(page)]).toEqual([where, 0])
  expect([where, await page.locator('h1').count()]).toEqual([where, 1])
}
