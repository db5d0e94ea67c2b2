import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cliWith } from './command.ts'
import { withLivePost } from './livePost.ts'

test('doctor writes to organisers alone, never to the body or to anybody else', () =>
  withLivePost(async ({ folder, env }) => {
    for (const to of ['hours@elsewhere.example', 'eve@elsewhere.example']) {
      const ran = await cliWith(
        { env: { ...env, ORGANISERS: 'ann@campaign.example' } },
        folder,
        'doctor',
        '--letter',
        to,
      )
      expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is not in ORGANISERS') })
    }
  }))

test('a lost key is named, and no other is made in its place', () =>
  withLivePost(async ({ folder, env }) => {
    const key = join(env.DATA_FOLDER!, 'responses.key')
    await rm(key)
    for (let tries = 0; tries < 2; tries++) {
      const { code, err } = await cliWith({ env }, folder, 'doctor')
      expect([code, err]).toEqual([2, expect.stringContaining(`${key}: there is no such file. Put it back`)])
    }
  }))
