// What `npm start` is asked for.
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm start -- [--platforms | --replay FILE...] [--speed N]

Serves two host pages, a portal and a customer record, on http://localhost:5173 (or the port in PORT).

  --replay FILE...  plays recorded sessions instead of a simulated shift: JSON (one recording or a list),
                    JSON Lines, or WebVTT; or plays what a gateway said (recordGateway)
  --platforms       puts three more contact centres beside the simulated one: stubs of Amazon Connect, Twilio and
                    Genesys Cloud on this machine, over the SDKs of their vendors
  --speed N         how much faster than real time, above 0 (default 1)
  --help            this text
`;

/** The command line is not understood. */
export class UsageError extends Error {}

/** What the command line asks for. Throws a UsageError for what it does not know. */
export function readArguments(args) {
  const { values, positionals } = parse(args);
  const files = [...(values.replay ?? []), ...positionals];
  if (positionals.length > 0 && !values.replay) throw new UsageError(`What is ${positionals[0]}?`);
  const speed = Number(values.speed ?? 1);
  if (!Number.isFinite(speed) || speed <= 0)
    throw new UsageError(`--speed takes a number above 0, not ${values.speed}.`);
  const isReplay = values.replay !== undefined;
  if (isReplay && values.platforms)
    throw new UsageError('--platforms and --replay are two different shows. Choose one.');
  return { help: values.help === true, files, isReplay, hasPlatforms: values.platforms === true, speed };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        replay: { type: 'string', multiple: true },
        platforms: { type: 'boolean' },
        speed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [sentence] = error.message.split('. '); // the rest explains how options are escaped
    throw new UsageError(sentence, { cause: error });
  }
}

/** The port of a text; any that is free for 0. Throws a UsageError for what is none. */
export function portFrom(text = '5173') {
  const port = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`PORT is not a port: ${text}`);
  return port;
}
