import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { chromium } from '../run/tools.ts'
import { HOST } from './certificate.ts'

/** A real Chromium on a profile folder that outlives it, with the back-forward cache on, as people have it. */
export type Tablet = {
  context: BrowserContext
  /** The page that is in front. */
  page: Page
  /** Ends it as its owner would. */
  quit(): Promise<void>
  /** Ends every process of it at once: kill -9. */
  kill(): Promise<void>
  /** Lets the machine sleep, or wakes it: SIGSTOP and SIGCONT to every process. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void
}

/** Where a browser keeps its things, whose certificate it trusts, and what it is given besides. */
export type TabletPlan = { profile: string; print: string; more?: string[] }

// Started by hand and not by the driver, whose own words to it turn the back-forward cache off.
const wordsFor = ({ profile, print, more = [] }: TabletPlan) => [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--no-default-browser-check'],
  ...['--password-store=basic', '--disable-breakpad', '--lang=en-GB', '--remote-debugging-port=0'],
  // After a crash it opens the last tabs without asking, as somebody would who presses Restore.
  ...['--restore-last-session', '--hide-crash-restore-bubble'],
  `--user-data-dir=${profile}`,
  `--ignore-certificate-errors-spki-list=${print}`,
  `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  ...more,
]

const addressSaidBy = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (chunk) => {
      said += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found) resolve(found[1]!)
    })
    child.on('exit', () => reject(new Error(`Chromium ended before it listened: ${said}`)))
  })

const TRIES = 3

// On a busy machine a browser that has only just begun to listen may leave the first hello without an answer.
const reach = async (address: string): Promise<Browser> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await driver.connectOverCDP(address, { timeout: 12_000 })
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}

const isRunning = (group: number): boolean => {
  try {
    process.kill(-group, 0)
    return true
  } catch {
    return false
  }
}

/** A new profile of somebody who has their tabs opened again, as after a crash a browser offers to everybody. */
const makeProfile = (profile: string) => {
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ session: { restore_on_startup: 1 } }))
}

/** Starts Chromium on a profile: a new one, or one that was used before. */
export const startTablet = async (plan: TabletPlan): Promise<Tablet> => {
  const executable = chromium()
  if (!executable) throw new Error('There is no Chromium; npm test says how to get one.')
  if (!existsSync(plan.profile)) makeProfile(plan.profile)
  const child = spawn(executable, wordsFor(plan), { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const group = child.pid!
  const ended = once(child, 'exit')
  const signal = (name: NodeJS.Signals) => void (isRunning(group) && process.kill(-group, name))
  const browser = await addressSaidBy(child)
    .then(reach)
    .catch((error) => {
      signal('SIGKILL')
      throw error
    })
  const context = browser.contexts()[0]!
  context.setDefaultTimeout(15_000)
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    ...{ context, page, signal },
    async quit() {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => {})
      await ended
      signal('SIGKILL')
    },
    async kill() {
      signal('SIGKILL')
      await ended
    },
  }
}
