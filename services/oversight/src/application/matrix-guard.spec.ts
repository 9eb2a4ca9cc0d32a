import { resolve } from 'node:path';
import ts from 'typescript';

const file = resolve(import.meta.dirname, 'matrix-v1.ts');
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** Compiles the matrix as the build does, with one file of it changed on the way. */
function complaints(change: (path: string, text: string) => string): string[] {
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => change(path, read(path) ?? '');
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, languageOptions, ...rest) =>
    path.includes('/duty-matrix/') && path.endsWith('.ts')
      ? ts.createSourceFile(path, change(path, read(path) ?? ''), languageOptions)
      : getSourceFile(path, languageOptions, ...rest);
  const program = ts.createProgram([file], options, host);
  const told = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
  return told.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the build', () => {
  it('accepts the matrix as it is', () => expect(complaints((_path, text) => text)).toEqual([]), 60_000);

  it('N4: fails where an action has no row', () => {
    const told = complaints((path, text) =>
      path.endsWith('matrix-v1/delivery.ts') ? text.replace(/^ {2}PlanParcel: .*$/m, '') : text,
    );
    expect(told.join(' ')).toMatch(/PlanParcel/);
  }, 60_000);

  it('fails where a row is for no action', () => {
    const told = complaints((path, text) =>
      path.endsWith('matrix-v1/delivery.ts')
        ? text.replace(/^ {2}PlanParcel: /m, "  StealParcel: bySystemOnly('S43'),\n  PlanParcel: ")
        : text,
    );
    expect(told.join(' ')).toMatch(/StealParcel|never/);
  }, 60_000);
});
