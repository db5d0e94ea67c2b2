/** What a process and its child say to each other: something that JSON can say, and bytes that go with it. */
export type Message<Said = unknown> = { said: Said; bytes: Uint8Array }

/** Nothing but words: a message without bytes. */
export const NO_BYTES = new Uint8Array()

const LINE_END = 0x0a

/** A message as it travels: one line of JSON (which holds no line end), then the bytes as they are. */
export const wireOf = ({ said, bytes }: Message): [line: string, bytes: Uint8Array] => [
  `${JSON.stringify(said)}\n`,
  bytes,
]

/** The message that travelled. Throws where it is no line of JSON and bytes. */
export const messageOf = (wire: Uint8Array): Message => {
  const end = wire.indexOf(LINE_END)
  if (end < 0) throw new Error('A message ended before its first line did.')
  return { said: JSON.parse(new TextDecoder().decode(wire.subarray(0, end))), bytes: wire.subarray(end + 1) }
}
