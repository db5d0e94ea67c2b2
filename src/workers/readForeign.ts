import { buffer } from 'node:stream/consumers'
import { inspect } from '../pdf/inspect.ts'
import { readFields } from '../pdf/readFields.ts'

// The child's whole program: a PDF on standard input, what was asked of it as JSON on standard output.
const questions = { inspect, readFields }

const asked = process.argv[2] as keyof typeof questions
process.stdout.write(JSON.stringify(await questions[asked](new Uint8Array(await buffer(process.stdin)))))
