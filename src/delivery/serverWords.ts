/**
 * Whether words about a try are a mail server's own: its line begins with a number (RFC 5321, 4.2), what we say for what
 * happened instead never does.
 */
export const isServersLine = (words: string): boolean => /^\d{3}[ -]/.test(words)
