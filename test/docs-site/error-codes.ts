import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import type { MicroSipErrorCode } from '../../sdk/src/microsip-error.ts';

/** The members of the union type; a type leaves nothing behind that could be asked at run time. */
export function errorCodes(): MicroSipErrorCode[] {
  const file = path.join(import.meta.dirname, '../../sdk/src/microsip-error.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const codes: string[] = [];
  for (const statement of source.statements) {
    if (!ts.isTypeAliasDeclaration(statement) || statement.name.text !== 'MicroSipErrorCode') continue;
    if (!ts.isUnionTypeNode(statement.type)) continue;
    for (const { literal } of statement.type.types.filter(ts.isLiteralTypeNode)) {
      if (ts.isStringLiteral(literal)) codes.push(literal.text);
    }
  }
  return codes as MicroSipErrorCode[];
}
