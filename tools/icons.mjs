// Writes src/icons: of Lucide's drawings those that the sources import from src/icons/drawings.ts, each in a file of its
// own, so that it is loaded with the part that shows it. `--check` fails if what is written is out of date.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as lucide from 'lucide';
import { format, resolveConfig } from 'prettier';
import { pathOf } from './drawing.mjs';
import { filesUnder, root } from './files.mjs';

const INDEX = 'src/icons/drawings.ts';
const FOLDER = 'src/icons/drawings';
const IMPORT = /import \{([^}]*)\} from '(?:\.\.?\/)+(?:icons\/)?drawings\.js';/g;

const { version } = JSON.parse(readFileSync(join(root, 'node_modules/lucide/package.json'), 'utf8'));
const head = `// Written by \`npm run icons\` from Lucide ${version}, whose licence is in THIRD-PARTY-NOTICES.md.\n`;
const fileName = (icon) => icon.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** The names that the sources import, sorted. */
function importedIcons() {
  const names = filesUnder('src', /\.ts$/).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(IMPORT)].flatMap(([, list]) => list.split(',')),
  );
  return [...new Set(names.map((name) => name.trim().split(' as ')[0]))].filter((name) => name !== '').sort();
}

function drawingOf(icon) {
  if (!lucide[icon]) throw new Error(`Lucide has no icon that is called ${icon}.`);
  return `${head}export const ${icon} = '${pathOf(lucide[icon])}';\n`;
}

const icons = importedIcons();
const style = await resolveConfig(join(root, INDEX));
const wanted = new Map([
  [INDEX, `${head}${icons.map((icon) => `export { ${icon} } from './drawings/${fileName(icon)}.js';\n`).join('')}`],
]);
for (const icon of icons)
  wanted.set(`${FOLDER}/${fileName(icon)}.ts`, await format(drawingOf(icon), { ...style, parser: 'typescript' }));

const isWritten = ([path, text]) => existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text;
const outdated = [
  ...[...wanted].filter((file) => !isWritten(file)).map(([path]) => path),
  ...filesUnder(FOLDER).filter((path) => !wanted.has(path)),
];

if (!process.argv.includes('--check'))
  for (const path of outdated) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (wanted.has(path)) writeFileSync(join(root, path), wanted.get(path));
    else rmSync(join(root, path));
  }
else if (outdated.length > 0) {
  console.error(`Out of date, run \`npm run icons\`:\n${outdated.join('\n')}`);
  process.exitCode = 1;
}
