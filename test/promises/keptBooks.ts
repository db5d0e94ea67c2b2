import { join } from 'node:path'
import { messageIdsAt } from '../../src/delivery/plan.ts'
import { keysOf } from '../../src/responses/keys.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteDeliveryStore } from '../../src/storage/deliveryStore.ts'
import { responsesKeyIn, serverKeyIn } from '../../src/storage/keyFiles.ts'
import { sqliteProofStore } from '../../src/storage/proofStore.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { aesSealer, type Sealer } from '../../src/storage/seal.ts'

/** The campaign's own mailbox in these tests. */
export const FROM = 'respond@campaign.example'

/** The environment of a server that sends by way of a sink as fast as it may; its people come through a proxy. */
export const mailTo = ({ url }: { url: string }) => ({
  ...{ SMTP_URL: url, MAIL_FROM: FROM, MAIL_PER_SECOND: '100', TRUST_PROXY: '1' },
})

/** What servers kept in a folder, opened beside them or after them, with their own keys. */
export const openBooks = async (folder: string, by: Sealer | null = null) => {
  const data = join(folder, 'data')
  const sealer = by ?? aesSealer(responsesKeyIn(data))
  const db = await openDatabase(join(data, 'responses.sqlite'), sealer)
  const keys = keysOf(serverKeyIn(data))
  const responses = sqliteResponseStore(db, sealer)
  const proofs = sqliteProofStore(db, sealer)
  const store = sqliteDeliveryStore(db, sealer, { messageIdOf: messageIdsAt(FROM) })
  return {
    ...{ db, store, responses },
    /** The response that a browser's key opens. */
    async responseOf(visitKey: string) {
      return responses.open(await keys.hash('visit', visitKey))
    },
    /** Proves a person's address without the post: no test of what comes later must wait for a code. */
    async prove(visitKey: string, address: string, at: number) {
      const response = await this.responseOf(visitKey)
      if (!response) throw new Error('nobody has begun with this key')
      const opened = { responseId: response.id, browser: (await keys.hash('browser', visitKey)).hash }
      await proofs.ask({ ...opened, address, codeHash: 'code', asker: 'asker', addressHash: address }, at)
      await proofs.enter(opened, 'code', { since: 0, tries: 5 }, at)
    },
    close: () => db.destroy(),
  }
}
