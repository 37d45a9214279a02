// Kills the browser and the page while somebody writes, and prints what was lost.
//
//   node chaos/drafts.mjs --kills 100 --crashes 50 --seed 1
import { parseArgs } from 'node:util';
import { killWhileTyping } from './figures/drafts.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    crashes: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});
const [kills, crashes, seed] = [values.kills, values.crashes, values.seed].map(Number);
const result = await killWhileTyping({
  kills,
  crashes,
  seed,
  log: (line) => {
    process.stderr.write(`\r${line}  `);
  },
});
console.log();
console.table({ [`${kills} kills of the browser, ${crashes} of the page`]: result });
process.exitCode = result.lost + result.bled + result.corrupt === 0 ? 0 : 1;
