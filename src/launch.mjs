import { spawn, spawnSync } from 'node:child_process'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packagesProblem } from './installed.mjs'

// Plain JavaScript for Node 18 and up: installs what is missing, then runs a TypeScript file under the project's own Node 24.
// Nothing of this reaches stdout, which belongs to the program.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const commands = join(root, 'node_modules/.bin')
const [file, ...words] = process.argv.slice(2)

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`)

/** @param {string} sentence @param {number} [code] @returns {never} */
const stop = (sentence, code = 1) => {
  say(sentence)
  process.exit(code)
}

const paths = (process.env.PATH ?? '').split(delimiter).filter((path) => resolve(path) !== commands)

/** @param {string[]} words */
const npm = (...words) =>
  // Not by the Node in node_modules, which npm is about to replace.
  spawnSync('npm', [...words, '--loglevel=notice'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PATH: paths.join(delimiter) },
    shell: process.platform === 'win32',
  })

/** @param {string} node */
const isNode24 = (node) => spawnSync(node, ['-v'], { encoding: 'utf8' }).stdout?.startsWith('v24.') ?? false

const installPackages = () => {
  const problem = packagesProblem(root)
  if (!problem) return
  say(`Installing the packages in node_modules (${problem}). This needs the internet, once, and takes a minute or two.`)
  const { error, status } = npm('ci', '--include=dev', '--prefer-offline')
  if (error)
    stop(`npm could not be started (${error.message}). Install Node with npm from https://nodejs.org, then try again.`)
  if (status !== 0) {
    stop(
      'The packages could not be installed; npm says why above. Is this machine on the internet? Then run the same command again.',
    )
  }
}

const findNode24 = () => {
  const own = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const atHand = [own, process.execPath].find(isNode24)
  if (atHand) return atHand
  say('Fetching Node 24 into node_modules: the packages were installed without it, as where install scripts are off.')
  npm('rebuild', 'node', '--ignore-scripts=false')
  return isNode24(own)
    ? own
    : stop(
        'Node 24 could not be put into node_modules; npm says why above. Install Node 24 from https://nodejs.org instead, then try again.',
      )
}

// What Node makes of the sources is kept beside the packages: a start takes a third less time.
const compiled = join(root, 'node_modules/.cache/node')

// A command works through many forms and keeps none: with a small nursery for what it drops, a print run of 500 takes a third
// less memory, and no more time.
const nursery = file?.startsWith('src/cli/') ? ['--max-semi-space-size=4'] : []

/** @param {string} node @param {string} program */
const run = (node, program) => {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...nursery, program, ...words], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, PATH: [commands, ...paths].join(delimiter) },
  })
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to every process itself; sent on as well, it would arrive twice and cut a calm end short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', ({ message }) => stop(`${node} could not be started: ${message}`))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

if (!file) stop('Usage: node src/launch.mjs FILE.ts [WORDS]', 2)
installPackages()
run(findNode24(), resolve(root, file))
