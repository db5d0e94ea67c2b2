import type { TypedStall } from '../../stall/checkStall.ts'
import type { AddCommand } from '../run.ts'
import { listCameIn } from './cameIn.ts'
import { listCards } from './cards.ts'
import { addCard, closeStall, listStalls, makeStall, revokeCard } from './desk.ts'
import { showMisfit } from './misfit.ts'
import { listMisfits } from './misfits.ts'
import { rescue } from './rescue.ts'

const WHICH = 'the stall’s id, or its beginning'

/** `stall`: what an organiser does with stalls, beside a server that may be running. */
export const addStall: AddCommand = (program, tell) => {
  const stall = program.command('stall').description('make stalls and their cards, end them, take in a rescue file')
  stall
    .command('make')
    .description('make a stall with its cards, and print each card’s link')
    .requiredOption('--name <name>', 'what volunteers see on their cards and tablets')
    .requiredOption('--place <place>', 'where it stands')
    .requiredOption('--day <day>', 'as in 2017-09-30')
    .option('--cards <count>', 'one for each tablet', '4')
    .action((typed: TypedStall) => tell(makeStall(typed)))
  stall
    .command('list')
    .description('print every stall with its cards, and what waits on its tablets')
    .action(() => tell(listStalls()))
  stall
    .command('cards')
    .description('print the links behind the cards that were not used yet; whoever has one pairs a tablet')
    .argument('<stall>', WHICH)
    .action((typed: string) => tell(listCards(typed)))
  stall
    .command('card')
    .description('make one more card')
    .argument('<stall>', WHICH)
    .action((typed: string) => tell(addCard(typed)))
  stall
    .command('revoke')
    .description('end a card with its tablet')
    .argument('<stall>', WHICH)
    .argument('<card>', 'the card’s number')
    .action((typed: string, card: string) => tell(revokeCard(typed, card)))
  stall
    .command('close')
    .description('end a stall and empty its tray for good')
    .argument('<stall>', WHICH)
    .option('--force', 'though something in the tray was not printed', false)
    .action((typed: string, { force }: { force: boolean }) => tell(closeStall(typed, force)))
  stall
    .command('rescue')
    .description('take in what waited on a tablet, from its rescue file; doing it twice changes nothing')
    .argument('<file>', 'a rescue file')
    .action((file: string) => tell(rescue(file)))
  stall
    .command('came-in')
    .description(
      'list what its tablets brought, by reference, with every time; without a stall, what unknown tablets brought',
    )
    .argument('[stall]', WHICH)
    .action((typed?: string) => tell(listCameIn(typed)))
  stall
    .command('misfits')
    .description('list what tablets brought that answers what is no longer asked, by reference; nobody’s answers')
    .action(() => tell(listMisfits()))
  stall
    .command('misfit')
    .description('print one of them, word for word: somebody’s own answers, to mend just this')
    .argument('<reference>', 'its reference')
    .option('--form <file>', 'write the form with the answers that fit, to print')
    .action((reference: string, { form }: { form?: string }) => tell(showMisfit(reference, form)))
}
