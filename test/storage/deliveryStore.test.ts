import { carryingContract } from '../contracts/carrying.ts'
import { claimingContract } from '../contracts/claiming.ts'
import { forgettingPostContract } from '../contracts/forgetting-post.ts'
import { ledgerContract } from '../contracts/ledger.ts'
import { pressingContract } from '../contracts/pressing.ts'
import { replacingContract } from '../contracts/replacing.ts'
import { secretsContract } from '../contracts/secrets.ts'
import { settlingContract } from '../contracts/settling.ts'
import { openPost } from './openPost.ts'

const open = () => openPost()

pressingContract('SQLite', open)
replacingContract('SQLite', open)
claimingContract('SQLite', open)
carryingContract('SQLite', open)
settlingContract('SQLite', open)
ledgerContract('SQLite', open)
forgettingPostContract('SQLite', open)
secretsContract('SQLite', open)
