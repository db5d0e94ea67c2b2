import multer from 'multer'
import { LARGEST_PDF } from '../pages/comeBack.ts'

/** Takes one PDF into memory, in the field `form`, and nothing else; more is refused by a MulterError. */
export const takeUpload = multer({
  storage: multer.memoryStorage(),
  limits: { files: 1, fileSize: LARGEST_PDF.bytes, fields: 4, fieldSize: 1024, parts: 6, headerPairs: 40 },
}).single('form')
