/** The place of one answer: what it is sealed to, so that it opens in no other row. */
export const answerPlace = (responseId: string, question: string): string => `answers/${responseId}/${question}`

/** The place of a version's frozen copy. */
export const frozenPlace = (submissionId: string): string => `submissions/${submissionId}/frozen`

type OfDelivery = 'contents' | 'message' | 'acceptance' | 'refusedWords' | 'setAsideWords' | 'bouncedWords'

/** The place of one sealed value of a delivery. */
export const deliveryPlace = (deliveryId: string, value: OfDelivery): string => `deliveries/${deliveryId}/${value}`

/** The place of what was said at the end of one try. */
export const attemptPlace = (deliveryId: string, number: number): string => `attempts/${deliveryId}/${number}`

/** The place of a private link that waits for print. */
export const trayPlace = (responseId: string): string => `tray/${responseId}/link`

/** The place of what a volunteer's word sends. */
export const vouchPlace = (responseId: string): string => `vouches/${responseId}/word`

/** The place of an address that a code was sent to. */
export const addressPlace = (responseId: string): string => `proofs/${responseId}/address`
