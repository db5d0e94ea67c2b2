import { join } from 'node:path'
import type { DeliveryStore } from '../../src/delivery/deliveryStore.ts'
import type { ResponseStore } from '../../src/responses/response.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteDeliveryStore } from '../../src/storage/deliveryStore.ts'
import { responsesKeyIn } from '../../src/storage/keyFiles.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { aesSealer } from '../../src/storage/seal.ts'
import { begin, claimOne, messageIdOf, plan, press, YES } from '../contracts/delivery-samples.ts'
import { packs, withFolder } from './command.ts'

/** What a person wrote and left, none of which may be printed. */
export const canaries = ['CanaryAnswer', 'CanaryName', 'canary.person@home.example']

export type LivePost = {
  folder: string
  /** Settings under which a command finds this post. */
  env: Record<string, string>
  store: DeliveryStore
  responses: ResponseStore
  /** Sends a response off with canaries in it, and answers the id of its letter to the body. */
  send(id: string): Promise<string>
  /** The oldest letter to the body is accepted; answers its id. */
  accept(): Promise<string>
}

const frozen = { address: canaries[2]!, consent: { at: 190, wording: 'Send it.' }, vouched: null }

/** Lets a test use the data folder of a product, open as a running server has it. */
export const withLivePost = (use: (live: LivePost) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const dataFolder = join(folder, 'data')
    const sealer = aesSealer(responsesKeyIn(dataFolder))
    const db = await openDatabase(join(dataFolder, 'responses.sqlite'), sealer)
    const [store, responses] = [sqliteDeliveryStore(db, sealer, { messageIdOf }), sqliteResponseStore(db, sealer)]
    const send = async (id: string) => {
      await begin(responses, id, { why: canaries[0]!, name: canaries[1]! })
      await store.press(press(id, { responseId: id, frozen }), plan, () => 200)
      return (await store.entries()).find(({ submission }) => submission.responseId === id)!.delivery.id
    }
    const accept = async () => {
      const claim = await claimOne(store)
      await store.connecting(claim, 300)
      await store.bodyBegun(claim, 301)
      await store.bodyEnded(claim, 302)
      await store.ended(claim, YES, 303, null)
      return claim.delivery.id
    }
    const env = {
      ...{ PUBLIC_URL: 'https://respond.example', HOLDER_NAME: 'The Campaign', HOLDER_CONTACT: 'by letter' },
      ...{ DATA_FOLDER: dataFolder, PACK: packs.library, MAIL_FROM: 'respond@campaign.example' },
      ...{ SMTP_URL: 'mx:', BOUNCE_ADDRESS: 'bounces@campaign.example' },
    }
    try {
      await use({ folder, env, store, responses, send, accept })
    } finally {
      await db.destroy()
    }
  })
