// One function for each figure: measures it, and answers with rows of the table.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loseCommands } from './figures/commands.mjs';
import { dropEvents } from './figures/dropped.mjs';
import { fuzz } from './figures/fuzz.mjs';
import { tryHands } from './figures/hands.mjs';
import { compareHistories } from './figures/histories.mjs';
import { repairTimes } from './figures/missed.mjs';
import { worstStampede } from './figures/stampede.mjs';
import { shareStream } from './figures/tabs.mjs';
import { runStream } from './stream-run.mjs';
import { row } from './table.mjs';

const ms = (value) => `${Math.round(value)} ms`;
const most = (list) => Math.max(...list);
const sum = (list, key) => list.reduce((total, one) => total + one[key], 0);

/** Secrets and rejections are looked for in every run with a browser; a row at the end tells of all of them. */
export const found = { problems: [], leaks: [] };

const note = (run) => {
  found.problems.push(...run.problems);
  found.leaks.push(...(run.leaks ?? []));
  return run;
};

export async function streamRows({ seeds, facts, logs, token }) {
  const rows = [];
  for (const log of logs) {
    const runs = [];
    for (const seed of seeds) {
      const run = note(await runStream({ seed, log: { ...log, stream: `CHAOS-${seed}` }, facts, token }));
      if (run.difference) console.log(`seed ${seed}, ${log.kind}: ${run.difference}`);
      runs.push(run);
    }
    const [missing, double, disordered] = [
      sum(runs, 'missing') + sum(runs, 'skipped'),
      sum(runs, 'doubled') + sum(runs, 'duplicates'),
      sum(runs, 'disordered'),
    ];
    const isTrue = runs.every(({ difference }) => difference === undefined);
    const isHard = runs.every(({ cuts, kills, isSparing }) => cuts >= 7 && kills >= 3 && isSparing);
    rows.push(
      row(
        `${log.kind}: ${seeds.length} seeds x ${facts} facts, ${sum(runs, 'cuts')} cuts, ${sum(runs, 'kills')} kills, 8 other faults each`,
        `${missing} missing, ${double} double, ${disordered} out of order, ${sum(runs, 'snapshots')} snapshots`,
        'none; store = host',
        missing + double + disordered === 0 && isTrue && isHard,
      ),
    );
  }
  return rows;
}

export function missedRows({ drops }) {
  const { runs, noticed, late, untrue } = dropEvents(drops);
  const isGood = noticed === runs && late + untrue === 0;
  return [
    row(
      `${runs} events dropped, one in each run`,
      `${noticed} noticed, ${late} late, ${untrue} untrue after`,
      'all, at once',
      isGood,
    ),
  ];
}

export async function repairRows({ rounds, token }) {
  const { times, p95, problems } = note(await repairTimes(rounds, { token }));
  return [
    row(
      `${times} dropped from a real stream: snapshot applied`,
      `p95 ${ms(p95)}`,
      '2000 ms',
      p95 <= 2000 && problems.length === 0,
    ),
  ];
}

export function historyRows({ histories }) {
  const { runs, different } = compareHistories(histories);
  return [row(`${runs} histories: snapshot(i) + events = snapshot(n)`, `${different} different`, '0', different === 0)];
}

export async function commandRows({ commands, token }) {
  const { sent, executed, twice, refused, requests } = note(await loseCommands(commands, { token }));
  return [
    row(
      `${sent} commands, 30 % requests and 30 % replies lost, 1 reload`,
      `${executed} executed, ${twice} twice, ${refused} refused, ${requests} requests`,
      `${sent} executed`,
      executed === sent && twice + refused === 0,
    ),
  ];
}

export function stampedeRows() {
  const runs = [1, 2, 3].map(worstStampede);
  return [
    ['1000 clients cut at once', 'once'],
    ['1000 clients after an outage of 30 s', 'outage'],
    ['1000 clients told to come back in 5 s', 'asked'],
  ].map(([figure, key]) => {
    const share = most(runs.map((run) => run[key]));
    return row(`${figure}: within any 100 ms (simulated)`, `${share.toFixed(1)} %`, '8 %', share <= 8);
  });
}

export async function tabRows({ token }) {
  const { streams, widgets, crashed, frozen, hung, p95 } = note(await shareStream({ token }));
  return [
    row(`8 tabs, ${widgets} widgets: streams at the server`, String(streams), '1', streams === 1),
    row('leading tab crashes: news in all others after', ms(crashed), '1000 ms', crashed <= 1000),
    row('leading tab frozen: news in all others after', ms(frozen), '5000 ms', frozen <= 5000),
    row('leading tab hangs in a script: news in all others after', ms(hung), '5000 ms', hung <= 5000),
    row('other requests of the page meanwhile', `p95 ${ms(p95)}`, '500 ms', p95 <= 500),
  ];
}

export async function fuzzRows({ envelopes }) {
  const { sent, dead, rejected, restores } = await fuzz(envelopes);
  return [
    row(
      `${sent} fuzzed envelopes`,
      `${dead} dead streams, ${rejected} rejected, ${restores} snapshots`,
      '0 dead',
      dead === 0,
    ),
  ];
}

/** The load is made and measured by a program of its own. */
export function loadRows({ agents, seconds }) {
  const program = fileURLToPath(new URL('load.mjs', import.meta.url));
  const args = [program, '--agents', String(agents), '--seconds', String(seconds)];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (failure, output) => {
      const [, lost] = /(\d+ lost, .*)/.exec(output) ?? [];
      const [, delivery] = /delivery: (.*)/.exec(output) ?? [];
      const [, gateway] = /gateway: (.*)/.exec(output) ?? [];
      const isGood = !failure && lost !== undefined;
      resolve([
        row(`${agents} agents on one gateway, 1 fact/s each, ${seconds} s`, lost ?? String(failure), '0 lost', isGood),
        row('  delivery', delivery ?? '-', 'printed', isGood),
        row('  gateway process', gateway ?? '-', 'printed', isGood),
      ]);
    });
  });
}

/** What hands find is printed at once: a row has no room for it. */
export async function handRows({ seed, steps, hasTrail }) {
  console.log(`hands: repeat with --seed ${seed} --steps ${steps} hands`);
  const log = hasTrail ? (line) => console.log(line) : undefined;
  const findings = await tryHands({ seed, steps, log });
  for (const finding of findings) console.log(finding);
  const measured = findings.length > 0 ? `${findings.length} findings` : 'nothing found';
  return [
    row(`hands at will on the host pages: ${steps} acts, seed ${seed}`, measured, 'nothing', findings.length === 0),
  ];
}

export const witnessRows = () => [
  row(
    'unhandled rejections and console errors, all runs',
    String(found.problems.length),
    '0',
    found.problems.length === 0,
  ),
  row('token in addresses, storage, console, server output', String(found.leaks.length), '0', found.leaks.length === 0),
];
