/** What means something anywhere in a line, or at its beginning. */
const SIGNS = /[\\`*_~[\]<&!]/g;
const BLOCK_SIGNS = /^(\d*)([-+#>=.)])/;

/** Plain text as the Markdown that is read as that text: signs are escaped, lines and paragraphs stay. */
export const plainAsMarkdown = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(escapedLine).filter(Boolean).join('\\\n'))
    .filter(Boolean)
    .join('\n\n');

const escapedLine = (line: string): string => line.trim().replace(SIGNS, '\\$&').replace(BLOCK_SIGNS, '$1\\$2');
