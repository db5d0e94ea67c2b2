import type { Request, RequestHandler, Response } from 'express'
import multer, { MulterError } from 'multer'
import { LARGEST_PDF } from '../pages/comeBack.ts'
import { MANY_BROUGHT } from '../workers/foreignPdf.ts'
import { makeLine } from '../workers/line.ts'
import { goneSignal } from './gone.ts'
import { IDLE_MS } from './idle.ts'

/** A body that is not a sound upload; `status` is 413, 415, or 400. */
export class WrongUpload extends Error {
  readonly status: number
  constructor(status: number) {
    super('wrong upload')
    this.status = status
  }
}

const readOne = multer({
  storage: multer.memoryStorage(),
  limits: { files: 1, fileSize: LARGEST_PDF.bytes, fields: 4, fieldSize: 1024, parts: 6, headerPairs: 40 },
}).single('form')

// What reads the parts throws errors of several kinds, and none of them is a fault of ours.
const statusOf = (error: unknown): number =>
  error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE' ? 413 : 400

const read = (req: Request, res: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    res.once('close', () => reject(new WrongUpload(400)))
    req.socket.setTimeout(IDLE_MS)
    readOne(req, res, (error: unknown) => (error ? reject(new WrongUpload(statusOf(error))) : resolve()))
  })

/** Takes one PDF into memory, in the field `form`; eight at a time, thirty more wait. Throws WrongUpload, Busy. */
export const makeUpload = (): RequestHandler => {
  const line = makeLine(8, 30, MANY_BROUGHT)
  return async (req, res, next) => {
    if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') throw new WrongUpload(415)
    // It stands still while it waits, and that is our doing.
    req.socket.setTimeout(0)
    await line.take(() => read(req, res), goneSignal(res))
    next()
  }
}
