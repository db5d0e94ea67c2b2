import type { Socket } from 'node:net'
import type { ConnectionMode } from './modes.ts'

const startTlsIntoNothing = (socket: Socket) => {
  socket.write('220 sink ESMTP\r\n')
  socket.on('data', (line) => {
    if (/^STARTTLS/i.test(String(line))) socket.write('220 Go ahead\r\n')
    else if (/^EHLO/i.test(String(line))) socket.write('250-sink\r\n250 STARTTLS\r\n')
    else socket.end('This is no TLS at all.\r\n')
  })
}

/** What the sink does by hand, for no sound server would: each takes a fresh connection. */
export const brokenGreetings: Record<Exclude<ConnectionMode, 'refuse-connection'>, (socket: Socket) => void> = {
  '421-at-connect': (socket) => socket.end('421 4.3.2 Try again later\r\n'),
  '5xx-at-connect': (socket) => socket.end('554 5.7.1 No service for you\r\n'),
  'drop-at-connect': (socket) => socket.destroy(),
  'stall-at-connect': (socket) => socket.resume(),
  'tls-fails': startTlsIntoNothing,
}
