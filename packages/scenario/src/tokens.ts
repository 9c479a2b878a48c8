import type { CST } from 'yaml';

export interface TokenAt {
  readonly token: CST.Token;
  readonly depth: number;
}

/**
 * All tokens that stand for something, in the order of the file, with the depth of what is around them. Has a stack of its
 * own: a hostile file can be nested deeper than the machine's stack.
 */
export function* walkTokens(documents: readonly CST.Token[]): Generator<TokenAt> {
  const stack: TokenAt[] = [];
  const push = (token: CST.Token | null | undefined, depth: number) => {
    if (token) stack.push({ token, depth });
  };
  // Everything is pushed backwards, to be popped in the order of the file.
  for (let i = documents.length - 1; i >= 0; i--) push(documents[i], 0);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { token, depth } = top;
    if (token.type === 'newline' || token.type === 'space' || token.type === 'comment') continue;
    yield top;
    if (token.type === 'document') {
      push(token.value, 1);
      pushMarks(token.start, 1);
    } else if ('items' in token) {
      for (let i = token.items.length - 1; i >= 0; i--) {
        const item = token.items[i];
        if (item === undefined) continue;
        push(item.value, depth + 1);
        pushMarks(item.sep, depth + 1);
        push(item.key, depth + 1);
        pushMarks(item.start, depth + 1);
      }
    }
  }

  /** Of the marks before a value those that mean something by themselves: not spaces, colons and the like. */
  function pushMarks(marks: readonly CST.SourceToken[] | undefined, depth: number): void {
    for (let i = (marks?.length ?? 0) - 1; i >= 0; i--) {
      const mark = marks?.[i];
      if (mark?.type === 'tag' || mark?.type === 'anchor' || mark?.type === 'comma') push(mark, depth);
    }
  }
}

/** The offsets of quotes, brackets and braces that are opened and not closed, in the order of the file. */
export function unclosed(documents: readonly CST.Token[]): { readonly offset: number; readonly mark: string }[] {
  const found: { offset: number; mark: string }[] = [];
  for (const { token } of walkTokens(documents)) {
    if (token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') {
      const mark = token.source[0] ?? '"';
      if (token.source.length < 2 || !token.source.endsWith(mark)) found.push({ offset: token.offset, mark });
    } else if (token.type === 'flow-collection') {
      const mark = token.start.source;
      const closer = mark === '{' ? 'flow-map-end' : 'flow-seq-end';
      if (!token.end.some((end) => end.type === closer)) found.push({ offset: token.start.offset, mark });
    }
  }
  return found;
}
