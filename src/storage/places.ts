/** The place of one answer: what it is sealed to, so that it opens in no other row. */
export const answerPlace = (responseId: string, question: string): string => `answers/${responseId}/${question}`
