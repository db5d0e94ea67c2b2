const latin1 = new TextDecoder('latin1')

/** How a PDF's last section is indexed: by a cross-reference table or a stream. */
export const indexOf = (bytes: Uint8Array): 'table' | 'stream' => {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1.decode(bytes.subarray(-1024)))?.[1])
  return /^\s*xref/.test(latin1.decode(bytes.subarray(start, start + 20))) ? 'table' : 'stream'
}

const ACTIVE =
  /\/(JS|JavaScript|XFA|AA|OpenAction|AcroForm|Widget|Launch|SubmitForm|ImportData|ResetForm|URI|EmbeddedFiles?|Perms|RichMedia|Rendition|GoTo[RE])(?![A-Za-z0-9])/g

/** The names of scripts, actions, widgets and foreign forms in a PDF that qpdf has laid open (--qdf), without what streams hold. */
export const activeIn = (laidOpen: Uint8Array): string[] => {
  const text = latin1.decode(laidOpen).replace(/\nstream\r?\n[\s\S]*?\nendstream/g, '')
  return [...new Set(text.match(ACTIVE))]
}
