import { hasClosed } from '../consultation/closing.ts'
import type { Chart, Consultation, Link } from '../consultation/consultation.ts'
import { sayDay } from '../consultation/moments.ts'
import { blankFileName, formFile } from './formFile.ts'
import type { Controller } from './site.ts'
import type { LinkView } from './viewParts.ts'
import type { StartView } from './views.ts'

/** A link as long as the consultation is open; afterwards dated text, for the site may have a new owner. */
export const showLink = (link: Link, { opensOn }: Consultation, closed: boolean): LinkView => ({
  title: link.title,
  address: closed ? null : link.address,
  dated: `${link.address.replace(/^https?:\/\//, '').replace(/\/$/, '')}, as it stood in ${sayDay(opensOn).slice(-4)}`,
  ...(link.note ? { note: link.note } : {}),
})

const showChart = (chart: Chart): StartView['chart'] => {
  const longest = Math.max(...chart.bars.map((bar) => bar.value))
  const rows = chart.bars.map((bar) => ({ ...bar, ours: bar.ours ?? false, share: bar.value / longest }))
  return { ...chart, rows }
}

/** Whether a consultation's facts speak for the proposal and against it. */
export const hasBothSides = ({ facts }: Consultation): boolean =>
  ['proposal', 'campaign'].every((side) => facts.some((fact) => fact.side === side))

/** The start page: what is proposed, who decides, until when, and the way in. */
export const start: Controller = ({ consultation }, { now }) => {
  const closed = hasClosed(consultation, now)
  const { lead, proposal, decides, minutes, facts, chart, links, decision } = consultation
  const show = (link: Link) => showLink(link, consultation, closed)
  const view: StartView = {
    lead,
    proposal,
    decides,
    minutes,
    facts,
    chart: chart ? showChart(chart) : null,
    links: {
      document: show(links.document),
      page: show(links.page),
      petition: links.petition ? show(links.petition) : null,
    },
    blank: formFile(consultation, `/${blankFileName(consultation)}`, consultation.official.length),
    bothSides: hasBothSides(consultation),
    decision: closed && decision ? decision : null,
  }
  return { page: 'start', view }
}
