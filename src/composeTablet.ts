import type { Config } from './config.ts'
import type { Consultation } from './consultation/consultation.ts'
import { fingerprintOf } from './delivery/fingerprint.ts'
import { packForm } from './pdf/copies/carried.ts'
import type { PreparedForm } from './pdf/copies/preparedForm.ts'
import type { AssetAddress } from './views/helpers.ts'
import { headersOnTablet } from './web/headers.ts'
import { makeTabletFiles } from './web/tabletFiles.ts'

/** What a tablet's files are joined from; `asset` gives the address of a file of `webFolder`. */
export type TabletParts = {
  config: Config
  consultation: Consultation
  prepared: PreparedForm
  templates: Record<string, string>
  webFolder: string
  asset: AssetAddress
}

/** Joins what a paired tablet is served from: its pack without the official file, the carried form, the pages' templates. */
export const composeTablet = async (parts: TabletParts): Promise<ReturnType<typeof makeTabletFiles>> => {
  const { config, prepared, templates, webFolder, asset } = parts
  const { official, ...consultation } = parts.consultation
  const { holder, publicUrl, backupDays, mail, rehearsal } = config
  return makeTabletFiles({
    ...{ templates, webFolder, asset },
    form: () => packForm(prepared),
    pack: {
      ...{ consultation, holder, publicUrl, backupDays },
      fingerprint: await fingerprintOf({ ...consultation, official }),
      mail: mail !== null,
      rehearsed: rehearsal,
      headers: headersOnTablet(publicUrl.startsWith('https:')),
    },
  })
}
