import { finishedWith } from '../stall/brought.ts'
import { makeStall, Tablet } from './atStall.ts'
import type { Visitor } from './visitor.ts'
import { fieldIn, RESIDENT, withPost } from './withPost.ts'

const visit = 'V'.repeat(22)

type Test = Parameters<Parameters<typeof withPost>[0]>[0]

/** Somebody who has finished on a tablet and goes on online there. */
const online = async (test: Test) => {
  const { cards, stall } = await makeStall(test)
  const tablet = new Tablet(test.address)
  await tablet.pair(cards[0]!)
  const finished = finishedWith({ wants: 'open', visit })
  await tablet.sync(finished)
  tablet.cookies.set('visit', visit)
  return { tablet, finished, tray: () => test.house.site.stalls.tray(stall.id) }
}

/** Leaves as the tablet's worker does: by its pairing key, with the person's cookie. */
const leave = async (tablet: Tablet) => {
  const headers = { authorization: `Bearer ${tablet.key}`, cookie: `visit=${tablet.cookies.get('visit')}` }
  return JSON.parse((await tablet.send('/stall/leave', { method: 'POST', body: '{}', headers })).text)
}

const sendByCode = async (tablet: Visitor, test: Test) => {
  await tablet.get('/send')
  await tablet.post('/send/code', { email: RESIDENT })
  const code = await test.codeFor(RESIDENT)
  const page = (await tablet.get('/send')).text
  await tablet.post('/send', { press: fieldIn(page, 'press'), seen: fieldIn(page, 'seen'), agree: 'yes', code })
}

test('who goes on online and leaves without sending is not lost: it waits in the tray, and nobody can open it', () =>
  withPost(async (test) => {
    const { tablet, finished, tray } = await online(test)
    expect(await leave(tablet)).toEqual({ left: true, tray: true })
    expect(await tray()).toMatchObject([{ responseId: finished.id, link: null, printedAt: null }])
    tablet.cookies.set('visit', visit)
    expect((await tablet.get('/send')).status).toBe(403)
    expect(await leave(tablet)).toEqual({ left: true, tray: false })
    expect(await tray()).toHaveLength(1)
  }))

test('who has sent it is not printed as well', () =>
  withPost(async (test) => {
    const sent = await online(test)
    await sendByCode(sent.tablet, test)
    expect(await leave(sent.tablet)).toEqual({ left: true, tray: false })
    expect(await sent.tray()).toEqual([])
  }))

test('who said that they post it themselves is not printed as well', () =>
  withPost(async (test) => {
    const { tablet, finished, tray } = await online(test)
    await test.house.site.sending.sayOwnWay(finished.id, 'post', 1)
    expect(await leave(tablet)).toEqual({ left: true, tray: false })
    expect(await tray()).toEqual([])
  }))
