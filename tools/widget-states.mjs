// Prints which story shows which state of which widget, and writes it down; `--check` fails if what is written is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './files.mjs';

const path = join(root, 'docs/widget-states.md');
const { module } = await runnerImport(join(root, 'stories/scenarios/widget-states.ts'), { configFile: false });
const { WIDGET_STATES: states, widgetStates } = module;

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = [
  row(['widget', ...states]),
  row(['widget', ...states].map(() => '---')),
  ...Object.entries(widgetStates).map(([widget, shown]) =>
    row([`\`${widget}\``, ...states.map((state) => shown[state].map(({ story }) => story).join(', '))]),
  ),
];
const sentences = Object.entries(widgetStates).flatMap(([widget, shown]) => [
  `## ${widget}`,
  '',
  ...states.flatMap((state) => shown[state].map(({ story, says }) => `- ${state}, ${story}: “${says}”`)),
  '',
]);
const page = `# What each widget shows in each state

Written by \`npm run states\` from \`stories/scenarios/widget-states.ts\`. Each name is a story in \`stories/<widget>.stories.ts\`;
\`test/widget-states.test.ts\` renders it and looks for the words below the table.

${table.join('\n')}

${sentences.join('\n')}`;
const text = await format(page, { ...(await resolveConfig(path)), parser: 'markdown' });

if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
  console.log(
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n'),
  );
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  console.error('docs/widget-states.md is out of date: run `npm run states`.');
  process.exitCode = 1;
}
