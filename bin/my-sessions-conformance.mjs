#!/usr/bin/env node
// Proves a backend against the contract my-sessions/1. Exit code 0: every case that ran passed; 1: one failed;
// 2: it could not be started.
import { parseArgs } from 'node:util';
import { credentialsFrom } from '../conformance/credentials.mjs';
import { runSuite } from '../conformance/suite.mjs';

const USAGE = `Usage: my-sessions-conformance URL [options]

  URL                 where the routes are mounted, such as https://host.example/api/my-sessions
  --token-file FILE   file with the bearer token of a test agent
  --cookie-file FILE  file with the cookie of a test agent, in place of a token
  --other-token-file FILE
                      file with the bearer token of a second test agent
  --token, --cookie, --other-token
                      the same, not in a file: whoever lists the processes of the machine can read them there
  --trigger WHAT      a URL (POST) or shell command that makes a fact happen to the agent
  --command JSON      a wish the agent may carry out at any time, that leads to a fact; give it several times to have
                      them take turns: --command '{"type":"presence.change","presence":"busy"}'
  --large WHAT        a URL (POST) or shell command that makes a fact happen that is larger than an event may be
  --wipe WHAT         a URL (POST) or shell command that makes the event log lose everything
  --patience SECONDS  how long to wait for a heartbeat (35)
  --json              one JSON document in place of lines

Where no option says otherwise, credentials come from MY_SESSIONS_TOKEN or MY_SESSIONS_COOKIE, and from
MY_SESSIONS_OTHER_TOKEN.

Run it with agents made for the purpose: it carries out the commands you name, as them.`;

function optionsFrom(args) {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      token: text,
      'token-file': text,
      cookie: text,
      'cookie-file': text,
      'other-token': text,
      'other-token-file': text,
      large: text,
      trigger: text,
      command: { ...text, multiple: true },
      wipe: text,
      patience: text,
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return { help: true };
  const [url] = positionals;
  if (positionals.length !== 1 || !URL.canParse(url)) throw new Error('one URL is needed, such as https://host/api');
  const patience = Number(values.patience ?? 35);
  if (!(patience > 0)) throw new Error('--patience is a number of seconds');
  const wishes = (values.command ?? []).map((wish) => JSON.parse(wish));
  const { trigger, large, wipe, json } = values;
  return { ...credentialsFrom(values, process.env), url, patience, wishes, trigger, large, wipe, json };
}

const SIGNS = { passed: '✓', failed: '✗', 'not run': '–' };

function print({ verdict, id, title, reference, expected, found, fix, give }) {
  console.log(`${SIGNS[verdict]} ${id}: ${title}`);
  if (give) console.log(`    not run: give ${give.join(', and ')}`);
  if (verdict !== 'failed') return;
  console.log(`    expected: ${expected}\n    found:    ${found}\n    fix:      ${fix}\n    see:      ${reference}`);
}

async function main() {
  const options = optionsFrom(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  const results = await runSuite(options, options.json ? undefined : print);
  const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
  const totals = { passed: count('passed'), failed: count('failed'), notRun: count('not run') };
  if (options.json)
    console.log(JSON.stringify({ contract: 'my-sessions/1', url: options.url, totals, results }, null, 2));
  else console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.notRun} not run`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

await main().catch((error) => {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
});
