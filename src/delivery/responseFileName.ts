import type { Consultation } from '../consultation/consultation.ts'

/** The name under which a filled form is saved and sent: "mopac-2017-response-K7MQ2FTD.pdf". */
export const responseFileName = ({ id }: Pick<Consultation, 'id'>, reference: string): string =>
  `${id}-response-${reference}.pdf`
