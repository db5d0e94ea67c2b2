import { createTransport } from 'nodemailer'
import { CannotBeMade } from '../delivery/cannotBeMade.ts'
import type { Letter } from '../delivery/letter.ts'
import { mailboxIn } from '../delivery/mailbox.ts'
import { shownWords } from './shownWords.ts'

/** A domain, the selector under which its DNS shows the public key, and the private one in PEM. */
export type DkimKey = { domain: string; selector: string; privateKey: string }

const NAME = 200
const SUBJECT = 300

/** Bytes from nodemailer, which reads no file and no address on the way. */
export const composer = () =>
  createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/** A file's name without folders and controls. */
export const fileName = (name: string): string => shownWords(name.replace(/[/\\]/g, '-'), 150) || 'file'

/** A body as text that every mail program shows: no controls but tabs and line breaks. */
export const bodyText = (words: string): string => words.toWellFormed().replace(/[^\P{Cc}\t\r\n]/gu, '')

/** A subject on one line. */
export const subjectLine = (words: string): string => shownWords(words, SUBJECT)

// Some programs decode a shown name before they look for the address in it.
const shownName = (name: string): string => shownWords(name.replace(/[<>@"\\]/g, ' '), NAME)

const mailbox = ({ name, address }: { name: string; address: string }) => {
  if (mailboxIn(address) !== address) throw new CannotBeMade('an address in it is not one plain mailbox')
  return { name: shownName(name), address }
}

const messageIdIn = (words: string): string => {
  const id = words.replace(/^<|>$/g, '')
  if (!/^[\w.+=-]+@[\w.-]+$/.test(id)) throw new CannotBeMade('its Message-ID is none')
  return `<${id}>`
}

// RFC 3834, 5: no machine answers. X-Auto-Response-Suppress tells Exchange the same; "All" would suppress bounces too.
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' }

// RFC 2156, 5.3.5 (registered by RFC 4021): which message this one takes the place of. References keeps them together.
const replacing = (replaces: string | null) => {
  if (replaces === null) return { headers: {} }
  const id = messageIdIn(replaces)
  return { references: id, headers: { Supersedes: { prepared: true, value: id } } }
}

const dkimFor = (key: DkimKey | null) =>
  key && { dkim: { domainName: key.domain, keySelector: key.selector, privateKey: key.privateKey } }

/**
 * Makes the bytes of a letter: text, HTML and attachments, CRLF throughout, signed where there is a key. Throws
 * CannotBeMade when an address is more than one plain mailbox; shown words are made harmless instead.
 */
export const messageWriter =
  (key: DkimKey | null) =>
  async (letter: Letter): Promise<Uint8Array> => {
    const { headers, ...thread } = replacing(letter.replaces)
    const { message } = await composer().sendMail({
      ...dkimFor(key),
      ...thread,
      messageId: messageIdIn(letter.messageId),
      from: mailbox(letter.from),
      to: mailbox(letter.to),
      ...(letter.replyTo && { replyTo: mailbox(letter.replyTo) }),
      subject: subjectLine(letter.subject),
      date: new Date(letter.date),
      text: bodyText(letter.text),
      html: bodyText(letter.html),
      attachments: letter.attachments.map(({ name, type, bytes }) => ({
        filename: fileName(name),
        contentType: type,
        content: Buffer.from(bytes),
        contentDisposition: 'attachment' as const,
      })),
      headers: { ...headers, ...(letter.automatic && automatic) },
    })
    return message as Buffer
  }
