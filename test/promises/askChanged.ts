import { type Change, withChanges } from './changed.ts'
import { spawnProduct } from './serverProcess.ts'

/**
 * Runs a function that a module beside this one exports, in a process where some things of the product are changed, and
 * gives what it answers. What goes in and out goes as JSON. Rejects with the process's words when it ends before.
 */
export const askChanged = async <Given extends unknown[], Answer>(
  file: string,
  act: (...given: Given) => Promise<Answer>,
  changes: Change[],
  ...given: Given
): Promise<Answer> => {
  const words = [file, act.name, JSON.stringify(given)]
  const program = { program: 'test/promises/asked.ts', words, node: withChanges(changes) }
  const { child, ended, said } = spawnProduct({ folder: '', pack: '', port: 0, ...program })
  return new Promise<Answer>((resolve, reject) => {
    child.on('message', (message: { answer: Answer }) => resolve(message.answer))
    ended.then((code) => reject(new Error(`The process ended (${code}): ${said()}`)))
  })
}
