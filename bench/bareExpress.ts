import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import express from 'express'
import { compose } from '../src/compose.ts'
import { configFrom } from '../src/config.ts'
import { showQuestion } from '../src/pages/question.ts'
import type { OpenRequest } from '../src/pages/site.ts'
import { start } from '../src/pages/start.ts'
import { compileViews } from '../src/views/compileViews.ts'
import { readTemplates } from '../src/views/readTemplates.ts'

// What the product is measured beside: Express 5 and nothing else, rendering the same pages from the same compiled
// Handlebars and views, and writing the same row as durably. No cookies, tokens, headers, limits or log.

const config = configFrom(process.env)
const house = await compose(config)
const { site } = house
const now = Date.now()
const noKeys = { organiserKey: null, shiftKey: null, scanKey: null, pairingKey: null }
const request = { params: { page: 'q1' }, query: {}, fields: {}, now, asker: '', ...noKeys }
const { key } = await site.responses.begin('yes', now)
const response = await site.responses.visit(key, now)
const open = { ...request, key, response } as OpenRequest
const views = compileViews(readTemplates(join(import.meta.dirname, '../templates')))

const { id, title, document, body, language, mark } = site.consultation
const layout = {
  consultation: { id, title, document, body, language, mark: mark ?? null },
  closing: { day: 'a day', time: 'a time', left: 'some days left', passed: false },
  rehearsal: null,
  token: 'x'.repeat(129),
  open: true,
  problems: [],
  notice: null,
  sent: false,
  stall: null,
}

const app = express()
for (const [path, controller] of [
  ['/', start],
  ['/questions/q1', showQuestion],
] as const) {
  const outcome = await controller(site, open)
  if (!('page' in outcome)) throw new Error(`${path} is no page`)
  app.get(path, (_req, res) => void res.type('html').send(views.page(outcome.page, outcome.view, layout)))
}

mkdirSync(config.dataFolder, { recursive: true })
const database = new DatabaseSync(join(config.dataFolder, 'bare.sqlite'))
database.exec('pragma journal_mode = wal; pragma synchronous = full; create table answers (value text not null)')
const insert = database.prepare('insert into answers values (?)')
app.post('/questions/q1', express.urlencoded({ extended: false }), (req, res) => {
  insert.run(JSON.stringify(req.body))
  res.redirect(303, '/questions/q2')
})

app.listen(config.port, config.host, () => process.stdout.write(`Open http://${config.host}:${config.port}/\n`))
