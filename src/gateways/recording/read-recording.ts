import { parseConfiguration } from '../../core/configuration/parse-configuration.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import { usableFact } from '../../core/reading/usable-fact.js';
import { FACT_KINDS } from '../../core/state/fact-kinds.js';
import type { RecordedFacts } from './entries.js';
import { FORMAT } from './entries.js';

/** Something in a file that could not be read. */
export interface EntryProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** What could be read of a file, and what could not. */
export interface EntriesRead {
  readonly entries: readonly RecordedFacts[];
  readonly problems: readonly EntryProblem[];
}

/** Whether a file is the recording of a gateway, by its first line. */
export const isGatewayRecording = (text: string): boolean =>
  (parsed(text.trimStart().split('\n', 1)[0] ?? '') as { readonly recording?: unknown } | undefined)?.recording ===
  FORMAT;

/** Reads what `recordGateway` has written. Good lines, and good facts of a bad line, still count. Never throws. */
export function readGatewayRecording({ name, text }: { readonly name: string; readonly text: string }): EntriesRead {
  const problems: EntryProblem[] = [];
  const entries: RecordedFacts[] = [];
  const lines = text.split('\n');
  const complain = (line: number, reason: string): void => {
    problems.push({ file: name, line, reason });
  };
  if (!isGatewayRecording(text)) complain(1, `the first line does not say "recording": "${FORMAT}"`);
  lines.forEach((line, index) => {
    if (index === 0 || line.trim() === '') return;
    const reject = (reason: string): void => {
      complain(index + 1, reason);
    };
    const entry = parsed(line) as Partial<RecordedFacts> | null | undefined;
    if (entry === undefined) reject('not valid JSON');
    else if (typeof entry !== 'object' || entry === null || !Number.isFinite(entry.at))
      reject('at: expected a time in ms');
    // What was asked for is for whoever reads the file.
    else if ('command' in entry || 'reply' in entry || 'rejected' in entry) return;
    else if (!Array.isArray(entry.facts)) reject('facts: expected a list');
    else {
      const facts = entry.facts.flatMap((fact, at) => usableIn(fact, `facts[${String(at)}]`, reject));
      entries.push({ at: entry.at ?? 0, facts, delivery: entry.delivery === 'live' ? 'live' : 'replay' });
    }
  });
  const [first] = entries;
  if (!first?.facts.some(({ type }) => type === 'workspace.reset'))
    complain(2, 'the recording does not begin with a workspace.reset');
  return { entries, problems };
}

function usableIn(said: unknown, place: string, reject: (reason: string) => void): readonly SessionEvent[] {
  const fact = withConfiguration(said, place, reject);
  if (typeof fact !== 'object' || fact === null || !FACT_KINDS.has((fact as SessionEvent).type)) {
    reject(`${place}: no fact that this version knows`);
    return [];
  }
  const usable = usableFact(fact as SessionEvent);
  for (const lost of usable.lost) reject(`${place}.${lost}: cannot be read`);
  return usable.fact ? [usable.fact] : [];
}

function withConfiguration(said: unknown, place: string, reject: (reason: string) => void): unknown {
  if ((said as SessionEvent | null)?.type !== 'configuration.loaded') return said;
  const { configuration, ...fact } = said as { readonly configuration?: unknown };
  const read = parseConfiguration(configuration);
  if (read.ok) return { ...fact, configuration: read.configuration };
  for (const { path, expected, found } of read.problems)
    reject(`${place}.configuration.${path}: expected ${expected}, found ${found}`);
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
