/** Breaks text at spaces, as many words a line as go into `width`; for peers that only draw what they are told. */
export const wrap = (text: string, width: number, widthOf: (word: string) => number): string[] => {
  const lines: string[] = []
  const space = widthOf(' ')
  let [line, filled] = ['', 0]
  for (const word of text.split(' ')) {
    const needed = widthOf(word)
    if (line !== '' && filled + space + needed > width) {
      lines.push(line)
      ;[line, filled] = ['', 0]
    }
    filled += line === '' ? needed : space + needed
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
