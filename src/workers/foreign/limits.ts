import type { QuestionName } from './questions.ts'

/**
 * What a child may take: milliseconds, seconds of its processors, megabytes of heap, bytes of memory of any kind, and bytes of
 * answer.
 */
export type Limits = { ms: number; cpuSeconds: number; heapMb: number; dataBytes: number; answerBytes: number }

const MIB = 1024 * 1024

/**
 * Three kilobytes of PDF can ask for gigabytes. V8 reserves 512 MB for code and never touches them, so that 800 MB of data
 * leave at most 300 MB resident. Where the system has no prlimit, time and heap alone are bounded.
 */
const READING: Limits = { ms: 9_500, cpuSeconds: 9, heapMb: 256, dataBytes: 800 * MIB, answerBytes: 64 * MIB }

// Somebody at a busy machine would rather wait than be refused: what ends an endless file then is what it took of processors.
const FILLING: Limits = { ...READING, ms: 25_000, dataBytes: 880 * MIB }

/** What each question may take. */
export const LIMITS: Record<QuestionName, Limits> = {
  // A server holds the answer while it reads it: the fields of an honest form are a hundredth of this.
  readFields: { ...READING, answerBytes: 4 * MIB },
  inspect: READING,
  readPack: READING,
  fillForm: FILLING,
  // PDFium's own memory and code are 150 MB that it hardly touches.
  readBack: { ...FILLING, dataBytes: 930 * MIB },
}
