/** Files whose marked lines have to be compile errors, and nothing else in them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What the compiler says of the file, under the options of the repository's tests. */
function complaints(file: string, text: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.tests.json`,
    { incremental: false, tsBuildInfoFile: undefined },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (each) => {
        throw new Error(ts.flattenDiagnosticMessageText(each.messageText, '\n'));
      },
    },
  )!;
  expect(config.fileNames.map((name) => name.replaceAll('\\', '/'))).toContain(file.replaceAll('\\', '/'));
  const host = ts.createCompilerHost(config.options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (name === file.replaceAll('\\', '/') ? text : read(name));
  const program = ts.createProgram([file], config.options, host);
  const source = program.getSourceFile(file)!;
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((each) => {
    const { line } = source.getLineAndCharacterOfPosition(each.start ?? 0);
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(each.messageText, ' ')}`;
  });
}

/** Each mark in a file stands over a mistake, and there are more than so many. */
export function expectMistakes(file: string, atLeast: number): void {
  const text = readFileSync(file, 'utf8');
  expect(complaints(file, text)).toEqual([]);
  // Without the marks each mistake must show, on the line below its mark (or within the statement that begins there).
  const marks = text.split('\n').flatMap((line, i) => (line.includes('@ts-expect-error') ? [i + 2] : []));
  const lines = complaints(file, text.replaceAll('@ts-expect-error', 'a mistake:')).map((each) =>
    Number.parseInt(each, 10),
  );
  expect([...new Set(lines)]).toEqual(marks);
  expect(marks.length).toBeGreaterThan(atLeast);
}
