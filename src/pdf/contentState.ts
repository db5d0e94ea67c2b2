import type { Matrix } from './surface.ts'

/** What a page's content leaves behind: states it saved and did not restore, restored without saving, and the matrix beneath those. */
export type ContentState = { open: number; tooMany: number; matrix: Matrix }

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

// What is skipped: comments, strings (their brackets may nest, which the loop below follows), hexadecimal strings, names, an
// inline image's data. What is read: numbers and operators.
const TOKEN = /%[^\r\n]*|\((?:[^\\()]|\\[\s\S])*|<<|>>|<[^>]*>|\/[^\s/()<>[\]{}%]*|[^\s/()<>[\]{}%]+|[[\]{})]/g

const endOfString = (content: string, from: number): number => {
  let depth = 0
  for (let at = from; at < content.length; at++) {
    const letter = content[at]
    if (letter === '\\') at++
    else if (letter === '(') depth++
    else if (letter === ')' && --depth === 0) return at + 1
  }
  return content.length
}

/** Follows a page's content (decoded, a byte a character) through q, Q and cm alone (ISO 32000-1, 8.4.4). */
export const contentState = (content: string): ContentState => {
  const saved: Matrix[] = []
  let matrix = IDENTITY
  let tooMany = 0
  let numbers: number[] = []
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(content); found; found = TOKEN.exec(content)) {
    const [token] = found
    if (token.startsWith('(')) TOKEN.lastIndex = endOfString(content, found.index)
    else if (token === 'ID') {
      const end = /\sEI(?=\s|$)/g
      end.lastIndex = TOKEN.lastIndex
      TOKEN.lastIndex = end.exec(content) ? end.lastIndex : content.length
    } else if (/^[-+.\d]/.test(token)) numbers.push(Number(token))
    else {
      if (token === 'q') saved.push(matrix)
      if (token === 'Q' && saved.length === 0) tooMany++
      if (token === 'Q') matrix = saved.pop() ?? matrix
      if (token === 'cm' && numbers.length >= 6) matrix = times(numbers.slice(-6) as Matrix, matrix)
      numbers = []
    }
  }
  return { open: saved.length, tooMany, matrix: saved[0] ?? matrix }
}

/** The matrix that undoes another; null where there is none. */
export const inverse = ([a, b, c, d, e, f]: Matrix): Matrix | null => {
  const size = a * d - b * c
  if (!Number.isFinite(size) || Math.abs(size) < 1e-9) return null
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size]
}
