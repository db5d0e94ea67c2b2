import { type PDFDocument, PDFName, PDFRef } from 'pdf-lib'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const inLanguage = (name: string, text: string): string =>
  `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`

/** An XMP packet that says what the paper is (ISO 16684-1); pdfkit's own leaves & and < as they are. */
const packet = (
  title: string,
  subject: string,
  language: string,
): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
${inLanguage('title', title)}
${inLanguage('description', subject)}
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`

/** Writes the document's title, subject and language into its XMP metadata. */
export const addMetadata = (
  { context, catalog }: PDFDocument,
  title: string,
  subject: string,
  language: string,
): void => {
  const bytes = new TextEncoder().encode(packet(title, subject, language))
  const reference = context.register(context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' }))
  const pdfkits = catalog.get(PDFName.of('Metadata'))
  if (pdfkits instanceof PDFRef) context.delete(pdfkits)
  catalog.set(PDFName.of('Metadata'), reference)
}
