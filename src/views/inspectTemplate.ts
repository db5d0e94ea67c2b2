import Handlebars from 'handlebars'
import { knownHelpers } from './helpers.ts'

type Program = ReturnType<typeof Handlebars.parse>
type Call = { path: hbs.AST.Expression; params: hbs.AST.Expression[]; hash?: hbs.AST.Hash; loc: hbs.AST.SourceLocation }

const nameOf = (expression: hbs.AST.Expression) => ('original' in expression ? String(expression.original) : '')

/** Walks one template, notes what is wrong with it, and makes every path in it strict. */
class Inspector extends Handlebars.Visitor {
  readonly problems: string[] = []
  readonly calls: string[] = []
  layout = false
  readonly names: ReadonlySet<string>

  constructor(names: ReadonlySet<string>) {
    super()
    this.names = names
  }

  note({ loc }: { loc: hbs.AST.SourceLocation }, sentence: string) {
    this.problems.push(`line ${loc.start.line}: ${sentence}`)
  }

  helper(call: Call) {
    const name = nameOf(call.path)
    if (knownHelpers.includes(name)) return
    this.note(call, `there is no helper "${name}"; there are ${knownHelpers.join(', ')}.`)
  }

  partial({ name, loc }: { name: hbs.AST.Expression; loc: hbs.AST.SourceLocation }) {
    const called = nameOf(name)
    this.calls.push(called)
    if (called.startsWith('layouts/')) this.layout = true
    if (name.type === 'SubExpression' || called === '@partial-block' || this.names.has(called)) return
    this.note({ loc }, `it calls "${called}", but there is no ${called}.hbs.`)
  }

  override PathExpression(path: hbs.AST.PathExpression) {
    if (path.parts.length > 0) Object.assign(path, { strict: true })
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement) {
    if (node.params.length > 0 || node.hash) this.helper(node)
    if (!node.escaped) this.note(node, `it writes "${nameOf(node.path)}" without escaping it.`)
    super.MustacheStatement(node)
  }

  override BlockStatement(node: hbs.AST.BlockStatement) {
    this.helper(node)
    super.BlockStatement(node)
  }

  override SubExpression(node: hbs.AST.SubExpression) {
    this.helper(node)
    super.SubExpression(node)
  }

  override PartialStatement(node: hbs.AST.PartialStatement) {
    this.partial(node)
    super.PartialStatement(node)
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement) {
    this.partial(node)
    super.PartialBlockStatement(node)
  }
}

/**
 * What is wrong with one template, as sentences, whether it stands in a layout, and the parts that it calls; `names` are all templates.
 * Marks each path of the program as strict: Handlebars' own option leaves out those given to helpers and parts.
 */
export const inspectTemplate = (program: Program, names: ReadonlySet<string>) => {
  const inspector = new Inspector(names)
  inspector.accept(program)
  return { problems: inspector.problems, layout: inspector.layout, calls: inspector.calls }
}
