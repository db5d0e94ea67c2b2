import { type AddCommand, run } from './run.ts'

/** Each command is fetched when it is named; all of them, where none is, to be listed. */
const commands: Record<string, () => Promise<AddCommand>> = {
  fill: async () => (await import('./fill/fill.ts')).addFill,
  'fill-form': async () => (await import('./fillForm.ts')).addFillForm,
  inspect: async () => (await import('./inspect.ts')).addInspect,
  'check-pack': async () => (await import('./checkPack.ts')).addCheckPack,
  'draw-stand-in': async () => (await import('./drawStandIn.ts')).addDrawStandIn,
  deliveries: async () => (await import('./deliveries.ts')).addDeliveries,
  bounce: async () => (await import('./bounce.ts')).addBounce,
  stall: async () => (await import('./stall/stall.ts')).addStall,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
}

const words = process.argv.slice(2)
const named = commands[words[0] ?? '']
const added = await Promise.all((named ? [named] : Object.values(commands)).map((fetched) => fetched()))

process.exitCode = await run(added, words)
