import ts from 'typescript';

/** One module that a source file reaches for. */
export interface SourceImport {
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
  /** Whether it is erased when the file is compiled. */
  readonly typeOnly: boolean;
}

/** Every static import, re-export, dynamic `import()`, `import('…')` type and `require()` of a TypeScript file. */
export function importsOf(fileName: string, text: string): SourceImport[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const imports: SourceImport[] = [];

  const record = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const { line } = source.getLineAndCharacterOfPosition(specifier.getStart(source));
    imports.push({ specifier: specifier.text, line: line + 1, typeOnly });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) record(node.moduleSpecifier, importsTypesOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) record(node.moduleSpecifier, exportsTypesOnly(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      record(node.argument.literal, true);
    else if (ts.isCallExpression(node) && loadsModule(node)) record(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function exportsTypesOnly(declaration: ts.ExportDeclaration): boolean {
  const { exportClause } = declaration;
  return (
    declaration.isTypeOnly ||
    (exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.length > 0 &&
      exportClause.elements.every((element) => element.isTypeOnly))
  );
}

function loadsModule(call: ts.CallExpression): boolean {
  return (
    call.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(call.expression) && call.expression.text === 'require')
  );
}
