import { addBounce } from './bounce.ts'
import { addCheckPack } from './checkPack.ts'
import { addDeliveries } from './deliveries.ts'
import { addDoctor } from './doctor.ts'
import { addDrawStandIn } from './drawStandIn.ts'
import { addFill } from './fill/fill.ts'
import { addFillForm } from './fillForm.ts'
import { addInspect } from './inspect.ts'
import { run } from './run.ts'

const commands = [addFill, addFillForm, addInspect, addCheckPack, addDrawStandIn, addDeliveries, addBounce, addDoctor]

process.exitCode = await run(commands, process.argv.slice(2))
