/**
 * The WebAssembly of HarfBuzz's subsetter: a file beside the code in Node, fetched in a browser. The one place in this
 * room that knows there is such a difference; it asks at run time, so that nothing of Node is imported.
 */
export const subsetterBytes = async (): Promise<BufferSource> => {
  const address = import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  if (!address.startsWith('file:')) return (await fetch(address)).arrayBuffer()
  return globalThis.process.getBuiltinModule('node:fs').readFileSync(new URL(address))
}
