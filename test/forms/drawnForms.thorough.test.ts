import { describeTraps } from './drawn/describeTraps.ts'

describeTraps(Number.POSITIVE_INFINITY)
