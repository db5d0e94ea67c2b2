import ts from 'typescript'

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const nameOf = (statement: ts.Statement) => {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText()
  return undefined
}

/** The functions, classes and values that a source file exports without a docstring; types may speak for themselves. */
export const exportsWithoutDocstring = (file: string, text: string): string[] =>
  ts
    .createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    .statements.filter((statement) => isExported(statement) && ts.getJSDocCommentsAndTags(statement).length === 0)
    .flatMap((statement) => nameOf(statement) ?? [])

/** The keys of an exported type in a source file, such as the pages of `PageViews`. */
export const keysOfType = (file: string, text: string, type: string): string[] =>
  ts
    .createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    .statements.filter((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === type)
    .flatMap((statement) =>
      ts.isTypeAliasDeclaration(statement) && ts.isTypeLiteralNode(statement.type) ? [...statement.type.members] : [],
    )
    .flatMap((member) =>
      member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : [],
    )
