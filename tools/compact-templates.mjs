import { transform } from 'lightningcss';

const STYLES = /\bcss`([^`$\\]+)`/g;
/** Before a tag or an expression at the beginning of a line: indentation of a template. In code it means nothing anyway. */
const INDENTATION = /\n +(?=<|\$\{)/g;

/** Lit templates and style sheets without what only their authors need: a host page pays for every byte, and bundlers do not look into them. */
export const compactTemplates = () => ({
  name: 'compact-templates',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.ts')) return undefined;
    if (code.includes('css`')) return { code: code.replace(STYLES, compactSheet), map: { mappings: '' } };
    return code.includes('html`') ? { code: code.replace(INDENTATION, '\n'), map: null } : undefined;
  },
});

function compactSheet(_, text) {
  const { code } = transform({ filename: 'sheet.css', code: Buffer.from(text), minify: true });
  return `css\`${code.toString().replaceAll('\\', '\\\\')}\``;
}
