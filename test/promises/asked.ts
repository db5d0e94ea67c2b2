// A process of its own that runs one exported function of a module beside this one, and tells what it answers. Given: the
// module, the function's name, and what the function is given, as JSON.

const [file = '', name = '', given = '[]'] = process.argv.slice(2)
const found = await import(`./${file}`)
const answer = await found[name](...JSON.parse(given))
process.send?.({ answer }, () => process.exit(0))
