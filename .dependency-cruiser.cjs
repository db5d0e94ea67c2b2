// Which room may use which, and why. Data flows down the line; imports point back up it only.
// A room that is not in a list is out of bounds, for types too: a new need is a new entry here, with its reason.
const rooms = {
  questionnaire: {
    uses: [],
    because: 'what is asked stands at the head of the line: it knows nobody who asks, keeps or prints it',
  },
  pdf: {
    uses: ['questionnaire'],
    because: 'the form takes answers and gives bytes: it knows neither who answered nor where it runs',
  },
  consultation: {
    uses: ['questionnaire', 'pdf'],
    because: 'a pack is its questions and its boxes: it is read and found sound before there is anybody to answer',
  },
  responses: {
    uses: ['questionnaire', 'consultation'],
    because: "one person's answers over time need the answers' shape and the pack's calendar: no form, no page",
  },
  'stand-in': {
    uses: ['questionnaire', 'pdf', 'consultation'],
    because: 'the stand-in is drawn from a pack, once, by its makers: the product itself only reads the result',
  },
  delivery: {
    uses: ['questionnaire', 'pdf', 'consultation', 'responses'],
    because:
      'a delivery carries what earlier stations made: it knows neither the pages that ask for it nor the server that takes it',
  },
  mail: {
    uses: ['consultation', 'responses', 'delivery'],
    because: 'mail is an edge: it makes bytes of letters and takes them to a server, and decides nothing',
  },
  organisers: {
    uses: ['questionnaire', 'consultation', 'responses', 'delivery'],
    because: 'organisers see what became of letters, never what stands in them: no form, no page',
  },
  stall: {
    uses: ['questionnaire', 'consultation', 'responses', 'delivery'],
    because: 'a stall is a way to use responses: pages and servers look at it, not the other way round',
  },
  storage: {
    uses: ['questionnaire', 'responses', 'delivery', 'organisers', 'stall'],
    because: 'storage keeps what the rooms describe: a rule of the product must not hide in a database',
  },
  pages: {
    uses: ['questionnaire', 'pdf', 'consultation', 'responses', 'delivery', 'organisers', 'stall'],
    because: 'a controller turns a plain request into a plain outcome, the same on a server, on a tablet and in a test',
  },
  views: {
    uses: ['questionnaire', 'consultation', 'delivery', 'pages'],
    because: 'a view is handed all that it shows: it fetches nothing',
  },
  workers: {
    uses: ['questionnaire', 'pdf', 'consultation'],
    because: 'a worker gets bytes and gives bytes: it must start quickly and can be ended at any moment',
  },
  rehearsal: {
    uses: ['clock', 'consultation'],
    because:
      'a rehearsal is a clock and a folder, set by the closing of its pack: the product cannot tell that it is rehearsing',
  },
  web: {
    uses: [
      'questionnaire',
      'pdf',
      'consultation',
      'responses',
      'delivery',
      'organisers',
      'stall',
      'pages',
      'views',
      'workers',
      'offline',
      'config',
      'clock',
    ],
    because:
      'the web is an edge: it carries requests in and outcomes out, hands a tablet its script, and reaches the database only through a store',
  },
  offline: {
    uses: [
      'questionnaire',
      'pdf',
      'consultation',
      'responses',
      'delivery',
      'organisers',
      'stall',
      'pages',
      'views',
      'clock',
    ],
    because:
      'a tablet is an edge like the web: the same controllers behind a service worker, with no Node and no server in it',
  },
  doctor: {
    uses: ['consultation', 'delivery', 'config', 'clock'],
    because: 'the doctor looks at a set-up from outside and is handed what it looks at: it mends nothing',
  },
  cli: {
    uses: [
      'questionnaire',
      'pdf',
      'consultation',
      'responses',
      'stand-in',
      'delivery',
      'mail',
      'organisers',
      'stall',
      'storage',
      'views',
      'doctor',
      'openCarrier',
      'workers',
      'config',
      'settings',
      'clock',
      'compose',
    ],
    because: 'the command line is the same house by the back door: it needs no web to do its work',
  },
  clock: { uses: [], because: 'the clock reads the machine and nothing else' },
  settings: { uses: [], because: 'a setting is checked by itself, before anything starts' },
  config: { uses: ['settings'], because: 'settings are read before anything starts' },
}

const onlyIn = [
  {
    packages: ['pdf-lib', '@cantoo/fontkit', 'harfbuzzjs'],
    rooms: ['pdf', 'stand-in'],
    because: 'one room knows how a PDF is written',
  },
  { packages: ['pdfkit'], rooms: ['stand-in'], because: 'only the stand-in is drawn from nothing' },
  {
    packages: ['handlebars'],
    rooms: ['views'],
    because: 'pages and letters are rendered by one compiler with one set of rules',
  },
  {
    packages: ['kysely', 'node:sqlite', 'sqlite'],
    rooms: ['storage'],
    because: 'another database must be another store and nothing more',
  },
  {
    packages: ['express', 'express-rate-limit', 'helmet', 'cookie-parser', 'csrf-csrf', 'multer', 'node:http', 'http'],
    rooms: ['web'],
    because: 'HTTP is one way to travel: the pages do not know it',
  },
  {
    packages: ['@hyzyla/pdfium', 'piscina', 'fast-png'],
    rooms: ['workers'],
    because: 'slow work is done beside the requests, never within one',
  },
  {
    packages: ['nodemailer', 'postal-mime'],
    rooms: ['mail'],
    because: 'one room knows how mail is written, sent and read',
  },
  { packages: ['idb'], rooms: ['offline'], because: 'a browser’s database is a tablet’s alone' },
  { packages: ['esbuild'], rooms: ['web'], because: 'only who serves the tablet’s script puts it together' },
  {
    packages: ['commander', 'cli-progress', 'csv-parse'],
    rooms: ['cli'],
    because: 'commands, and tables that are typed up, come in at the back door only',
  },
]

const roomPath = (room) => `^src/${room}(/|\\.(ts|mjs)$)`
const anyOf = (names) => names.map((name) => name.replaceAll('.', '\\.')).join('|')
const packagePath = (names) => `(^|node_modules/)(${anyOf(names)})(/|$)`

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, { uses, because }]) => ({
      name: `room-${room}`,
      comment: `${room} may use ${uses.join(', ') || 'no other room'}: ${because}.`,
      severity: 'error',
      from: { path: roomPath(room) },
      to: { path: '^src/', pathNot: [room, ...uses].map(roomPath) },
    })),
    ...onlyIn.map(({ packages, rooms: allowed, because }) => ({
      name: `package-${packages[0]}`,
      comment: `Only ${allowed.join(' and ')} may use ${packages.join(', ')}: ${because}.`,
      severity: 'error',
      from: { path: '^src/', pathNot: allowed.map(roomPath) },
      to: { path: packagePath(packages) },
    })),
    {
      name: 'knows-no-node',
      comment:
        'questionnaire, pdf, responses, delivery, organisers, stall, pages and offline know no Node: the same code answers in a service worker at a stall.',
      severity: 'error',
      from: { path: '^src/(questionnaire|pdf|responses|delivery|organisers|stall|pages|offline)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'unnamed-room',
      comment: 'Every folder of src is a room in the table of .dependency-cruiser.cjs, with what it may use and why.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: Object.keys(rooms).map(roomPath) },
      to: {},
    },
    {
      name: 'no-circle',
      comment: 'A circle has no first station: neither file can be read, tested or moved without the other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-development-package',
      comment: 'What runs for visitors is a dependency; a development dependency is missing on a server.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'not-found',
      comment: 'What is imported must be there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
