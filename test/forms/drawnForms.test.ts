import { describeTraps } from './drawn/describeTraps.ts'

// `npm run promises` tries them all.
describeTraps(2)
