import { transform } from 'lightningcss';

const STYLES = /\bcss`([^`$\\]+)`/g;

/** Lit style sheets without what only their authors need: a host page pays for every byte, and no bundler looks into them. */
export const compactStyles = () => ({
  name: 'compact-styles',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.ts') || !code.includes('css`')) return undefined;
    const compacted = code.replace(STYLES, (_, text) => {
      const { code: compact } = transform({ filename: id, code: Buffer.from(text), minify: true });
      return `css\`${compact.toString().replaceAll('\\', '\\\\')}\``;
    });
    return { code: compacted, map: { mappings: '' } }; // nobody steps through a style sheet
  },
});
