/** Breaks text at spaces into lines of at most `width` characters; a longer word stands alone on its line. */
export function wrap(text: string, width = 100, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if ([...joined].length + indent.length > width && line !== '') {
      lines.push(indent + line);
      line = word;
    } else line = joined;
  }
  return [...lines, indent + line].join('\n');
}
