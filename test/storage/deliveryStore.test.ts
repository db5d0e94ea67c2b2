import { carryingContract } from '../contracts/carrying.ts'
import { claimingContract } from '../contracts/claiming.ts'
import { ledgerContract } from '../contracts/ledger.ts'
import { pressingContract } from '../contracts/pressing.ts'
import { settlingContract } from '../contracts/settling.ts'
import { openPost } from './openPost.ts'

const open = () => openPost()

pressingContract('SQLite', open)
claimingContract('SQLite', open)
carryingContract('SQLite', open)
settlingContract('SQLite', open)
ledgerContract('SQLite', open)
