import type { Changed } from './between.ts'

/** Puts something in a script's place; throws where the script has it no longer, so that no partner runs on the whole product. */
const taking = (from: string, to: string) => (script: string) => {
  if (!script.includes(from)) throw new Error(`the script has no longer: ${from}`)
  return script.replace(from, to)
}

/** What is put into a store of the tablet's database is written a minute after it was said to be. */
const writingLater = (store: string): Changed => ({
  '/tablet.js': (script) => `const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name !== '${store}') return put.apply(this, given)
      const { db } = this.transaction
      setTimeout(() => put.apply(db.transaction('${store}', 'readwrite').objectStore('${store}'), given), 60_000)
      return this.count()
    };\n${script}`,
})

/** The product without one thing that keeps a person's words from the next: what a promise's mutation partner runs on. */
export const without = {
  nothing: {},
  /** A page that is left keeps its words for Back, and is not told that the tablet has been empty since. */
  guard: {
    '/assets/stall-guard.js': () => '',
    '/assets/stall-tabs.js': taking('read(NOBODY) !== emptied', 'false'),
  },
  /** Forms are sent as a browser does: a page given back becomes part of the history. */
  forms: { '/assets/stall-forms.js': () => '' },
  /** Neither the answers being written nor what waits is under any key. */
  sealing: {
    '/tablet.js': (script) =>
      `SubtleCrypto.prototype.encrypt = SubtleCrypto.prototype.decrypt = async (how, key, bytes) => bytes;\n${script}`,
  },
  /** A private link that is shown lies on the tablet as it is shown; all else is sealed. */
  linkSeal: {
    '/tablet.js': (script) => `const { encrypt, decrypt } = SubtleCrypto.prototype
      const isLink = (bytes) => new TextDecoder().decode(bytes).startsWith('https://')
      SubtleCrypto.prototype.encrypt = async function (...given) {
        return isLink(given[2]) ? given[2] : encrypt.apply(this, given)
      }
      SubtleCrypto.prototype.decrypt = async function (...given) {
        return isLink(given[2]) ? given[2] : decrypt.apply(this, given)
      };\n${script}`,
  },
  /** Where there is signal, what was sent off counts as kept, whether an answer comes or not. */
  receipts: {
    '/tablet.js': (script) => `const ask = fetch
      SubtleCrypto.prototype.verify = async () => true
      self.fetch = (to, how) => ask(to, how).catch(async (error) => {
        const id = /^\\/stall\\/sync\\/(.+)/.exec(to)?.[1]
        if (!id || !(await ask('/privacy')).ok) throw error
        const print = new Uint8Array(await crypto.subtle.digest('SHA-256', how.body))
        const said = { id, digest: btoa(String.fromCharCode(...print)), at: 0, reference: '', late: false }
        return Response.json({ receipt: { words: JSON.stringify(said), signature: 'AAAA' } })
      });\n${script}`,
  },
  /** Whoever signs a receipt is taken for our server. */
  signatures: { '/tablet.js': (script) => `SubtleCrypto.prototype.verify = async () => true;\n${script}` },
  /** The form is carried with one font for both. */
  font: { '/tablet/form.json': (form) => JSON.stringify({ ...JSON.parse(form), bold: JSON.parse(form).regular }) },
  /** The form is filled with another title. */
  title: { '/tablet.js': taking('title:"Questionnaire', 'title:"Another questionnaire') },
  saving: writingLater('responses'),
  finishing: writingLater('queue'),
  /** A write that may be lost with the power is refused, but for when the tablet was last touched. */
  relaxing: {
    '/tablet.js': (script) => `const { transaction } = IDBDatabase.prototype
      IDBDatabase.prototype.transaction = function (stores, mode, how) {
        if (mode === 'readwrite' && how?.durability !== 'strict' && String(stores) !== 'using,showing') throw new Error('a relaxed write')
        return transaction.call(this, stores, mode, how)
      };\n${script}`,
  },
} satisfies Record<string, Changed>
