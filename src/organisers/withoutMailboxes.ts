const LONGEST = 300

// Looked through at most: a pattern must not be given as long a text as a server likes.
const LOOKED_AT = 2000

// A shown name stands before its address in angle brackets, quoted or bare; a local part may be quoted too.
const mailbox = /(?:"[^"]*"\s*)?<[^<>\s]*@[^<>\s]*>|"[^"]*"@[^\s<>,;]+|[^\s<>()[\],;:"']+@[^\s<>()[\],;:"']+/gu

/** A mail server's words as an organiser may read them: on one line, cut to size, no mailbox and no name before one in it. */
export const withoutMailboxes = (words: string): string =>
  words.slice(0, LOOKED_AT).replace(/\s+/gu, ' ').trim().replace(mailbox, '(an address)').slice(0, LONGEST)
