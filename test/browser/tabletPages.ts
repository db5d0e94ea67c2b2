import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import type { LayoutView } from '../../src/pages/viewParts.ts'
import type { PageViews } from '../../src/pages/views.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { chromium } from '../run/tools.ts'
import { emptyViews } from '../views/emptyViews.ts'
import { layout } from '../views/samples.ts'

const root = join(import.meta.dirname, '../..')
const views = compileViews(readTemplates(join(root, 'templates')))

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** A page as a tablet draws it: its view, and who uses the tablet. */
export const tabletPage = <Name extends keyof PageViews>(
  name: Name,
  view: PageViews[Name],
  stall: LayoutView['stall'] = { size: 'normal', person: true },
  more: Partial<LayoutView> = {},
): string => views.page(name, view, { ...layout, open: stall?.person ?? false, ...more, stall })

/** What a form was answered with: a page, an address to go to, or nothing, as where there is no signal. */
export type Answered = { html: string; status?: number } | { go: string } | 'cut'

/** What a tablet's pages ask of what answers them. */
export type Tablet = {
  page(path: string): string
  post(path: string, fields: URLSearchParams): Promise<Answered> | Answered
}

type Given = { pages?: Record<string, () => string>; post?: Tablet['post'] }

/** A tablet whose pages and answers a test gives, and what was posted to it; else a question, and an empty tablet. */
export const tabletOf = ({ pages = {}, post }: Given) => {
  const posts: [string, string][] = []
  const fallback = (path: string) =>
    path.startsWith('/questions/')
      ? tabletPage('question', emptyViews.question)
      : tabletPage('emptied', emptyViews.emptied, { size: 'normal', person: false })
  const tablet: Tablet = {
    page: (path) => pages[path]?.() ?? fallback(path),
    post: (path, fields) => {
      posts.push([path, fields.toString()])
      return post?.(path, fields) ?? { go: '/stall/empty' }
    },
  }
  return { tablet, posts }
}

const sendAsset = (path: string, res: ServerResponse) => {
  res.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream')
  res.end(readFileSync(join(root, 'assets/web', path)))
}

const bodyOf = async (req: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part)
  return new URLSearchParams(Buffer.concat(parts).toString())
}

const answer = async (tablet: Tablet, req: IncomingMessage, res: ServerResponse) => {
  const { pathname } = new URL(req.url ?? '', 'http://localhost')
  if (pathname.startsWith('/assets/')) return sendAsset(pathname.slice('/assets/'.length), res)
  res.setHeader('Cache-Control', 'no-store')
  if (req.method !== 'POST') return res.setHeader('Content-Type', 'text/html').end(tablet.page(pathname))
  const answered = await tablet.post(pathname, await bodyOf(req))
  if (answered === 'cut') return res.destroy()
  const go = 'go' in answered
  res.setHeader('Content-Type', go ? 'application/json' : 'text/html')
  res.statusCode = go ? 200 : (answered.status ?? 200)
  return res.end(go ? JSON.stringify(answered) : answered.html)
}

const serving = async (tablet: Tablet, use: (address: string) => Promise<void>): Promise<void> => {
  const server = createServer((req, res) => {
    answer(tablet, req, res).catch(() => res.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Lets a test look at a tablet's own pages in a real browser, with scripts and styles, and answer them itself. */
export const withTabletPages = (
  tablet: Tablet,
  use: (open: (options?: BrowserContextOptions) => Promise<Page>) => Promise<void>,
): Promise<void> =>
  serving(tablet, async (baseURL) => {
    const executablePath = chromium()
    if (!executablePath) throw new Error('There is no Chromium; npm test says how to get one.')
    const browser = await driver.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
    try {
      await use(async (options = {}) => {
        const context = await browser.newContext({ baseURL, locale: 'en-GB', ...options })
        context.setDefaultTimeout(10_000)
        return context.newPage()
      })
    } finally {
      await browser.close()
    }
  })
