import { throughQpdf } from '../../pdf/paper.ts'
import { rewritten, trap } from './trap.ts'

const locked = (user: string, ...how: string[]) =>
  rewritten((bytes) => throughQpdf(bytes, '--allow-weak-crypto', '--encrypt', user, 'owner', ...how, '--'))

/** Encryption: with a password for changes alone it is filled, with one for opening refused. */
export const lockTraps = {
  'RC4, 40 bits': trap(locked('', '40'), { base: 'resaved' }),
  'RC4, 128 bits': trap(locked('', '128', '--use-aes=n'), { base: 'resaved' }),
  'AES, 128 bits': trap(locked('', '128', '--use-aes=y'), { base: 'resaved' }),
  'AES, 256 bits': trap(locked('', '256'), { base: 'resaved' }),
  'AES, 256 bits, everything forbidden': trap(
    locked('', '256', '--modify=none', '--extract=n', '--print=none', '--accessibility=n'),
    { base: 'resaved' },
  ),
  'AES, 256 bits, in object streams': trap(
    rewritten(async (bytes) =>
      throughQpdf(await throughQpdf(bytes, '--object-streams=generate'), '--encrypt', '', 'owner', '256', '--'),
    ),
    { base: 'resaved' },
  ),
  'AES, 128 bits, metadata in the clear': trap(locked('', '128', '--use-aes=y', '--cleartext-metadata'), {
    base: 'resaved',
  }),
  'a password to open it, RC4': trap(locked('secret', '128', '--use-aes=n'), { refused: /password/i }),
  'a password to open it, AES': trap(locked('secret', '256'), { refused: /password/i }),
}
