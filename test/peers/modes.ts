/** How the sink behaves from the connection on, or for one message. 14 of them are the promise's, `accept` is none. */
export const connectionModes = ['refuse-connection', '421-at-connect', 'drop-at-connect', 'tls-fails'] as const
export const messageModes = [
  '4xx-at-mail',
  '5xx-at-mail',
  '4xx-at-rcpt',
  '5xx-at-rcpt',
  '4xx-at-dot',
  '5xx-at-dot',
  'drop-mid-data',
  'drop-after-dot-kept',
  'drop-after-dot-lost',
  'stall-after-dot',
] as const

export type ConnectionMode = (typeof connectionModes)[number] | 'stall-at-connect' | '5xx-at-connect'
export type MessageMode = (typeof messageModes)[number]
export type Mode = 'accept' | ConnectionMode | MessageMode

/** Asked once for each connection and once for each message, counted from 1; a mode of the other place counts as accept. */
export type Choose = (place: 'connection' | 'message', count: number) => Mode

/** Whether a mode begins before the first command. */
export const isAtConnect = (mode: Mode): mode is ConnectionMode =>
  [...connectionModes, 'stall-at-connect', '5xx-at-connect'].some((one) => one === mode)
