import { buffer } from 'node:stream/consumers'
import { type Message, messageOf, NO_BYTES, wireOf } from './foreign/message.ts'
import { type QuestionName, questions } from './foreign/questions.ts'
import { troubleOf } from './foreign/trouble.ts'

// The child's whole program: a question by its name, a message on standard input, the answer on standard output.

/** A file that could not be read is told as the system says it; everything else is the PDF's doing. */
const sorry = (error: unknown): Message => {
  const file = error instanceof Error && 'syscall' in error ? { ...error, message: error.message } : null
  return { said: file ? { file } : { trouble: troubleOf(error) }, bytes: NO_BYTES }
}

const answered = async (answer: (asked: Message) => Promise<Message>): Promise<Message> => {
  const { said, bytes } = await answer(messageOf(new Uint8Array(await buffer(process.stdin))))
  return { said: { answer: said }, bytes }
}

// A program that cannot be fetched is our fault: the child ends without an answer.
const { answer } = await questions[process.argv[2] as QuestionName]()
const message = await answered(answer as (asked: Message) => Promise<Message>).catch(sorry)
for (const part of wireOf(message)) process.stdout.write(part)
