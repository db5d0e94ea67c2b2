/** What a page's content leaves behind: how many states it saved and did not restore, and restored without having saved. */
export type ContentState = { open: number; tooMany: number }

// What is skipped: comments, strings (their brackets may nest, which the loop below follows), hexadecimal strings, names, an
// inline image's data. What is read: operators.
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

const endOfImage = (content: string, from: number): number => {
  const end = /\sEI(?=\s|$)/g
  end.lastIndex = from
  return end.exec(content) ? end.lastIndex : content.length
}

/** Follows a page's content (decoded, a byte a character) through q and Q alone (ISO 32000-1, 8.4.2). */
export const contentState = (content: string): ContentState => {
  let [open, tooMany] = [0, 0]
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(content); found; found = TOKEN.exec(content)) {
    const [token] = found
    if (token.startsWith('(')) TOKEN.lastIndex = endOfString(content, found.index)
    else if (token === 'ID') TOKEN.lastIndex = endOfImage(content, TOKEN.lastIndex)
    else if (token === 'q') open += 1
    else if (token === 'Q' && open > 0) open -= 1
    else if (token === 'Q') tooMany += 1
  }
  return { open, tooMany }
}
