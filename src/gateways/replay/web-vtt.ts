/** One cue as the file has it. */
export interface Cue {
  /** The line of its times, from 1. */
  readonly line: number;
  readonly startMs: number;
  /** May be at or before the start: browsers read such a cue, too. */
  readonly endMs: number;
  /** With its tags and character references. */
  readonly text: string;
}

/** What a file of captions holds, and what in it is no cue. */
export interface CuesRead {
  readonly cues: readonly Cue[];
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

const SIGNATURE = /^WEBVTT(?:[ \t]|$)/u;
const ARROW = '-->';
const TIMES = /^[ \t\f]*(\S+?)[ \t\f]*-->[ \t\f]*([\d:.]+)/u;
const TIMESTAMP = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/u;
/** Blocks that are no cues and that nobody misses. */
const OTHER = /^(?:NOTE|STYLE|REGION)(?:[ \t:]|$)/u;

/**
 * Cuts a WebVTT file into its cues as browsers do (the parser of the WebVTT standard): a line of times begins a cue
 * wherever it stands, under the header and without a blank line before it, too. What a browser drops in silence is named.
 */
export function readCues(file: string): CuesRead {
  const lines = file.replaceAll('\0', '\uFFFD').split(/\r\n|\r|\n/u);
  if (!SIGNATURE.test(lines[0] ?? ''))
    return { cues: [], problems: [{ line: 1, reason: 'captions begin with a line that says WEBVTT' }] };
  const cues: Cue[] = [];
  const problems: { line: number; reason: string }[] = [];
  // The header goes on to a blank line, or to the first times.
  let at = 1;
  while (isInBlock(lines[at])) at += 1;
  while (at < lines.length) {
    const start = at;
    while (isInBlock(lines[at])) at += 1;
    // An identifier may stand above the times, and nothing else.
    if (at < lines.length && lines[at] !== '' && at - start <= 1) {
      const times = at;
      at += 1;
      while (isInBlock(lines[at])) at += 1;
      const read = cueOf(lines[times] ?? '', times + 1, lines.slice(times + 1, at));
      if (read) cues.push(read);
      else problems.push({ line: times + 1, reason: 'the times of a cue are written like 00:01.000 --> 00:02.000' });
    } else if (at > start && !OTHER.test(lines[start] ?? '')) {
      problems.push({ line: start + 1, reason: 'these lines have no times and belong to no cue' });
    }
    if (lines[at] === '') at += 1;
  }
  return { cues, problems };
}

/** Whether a block goes on with this line: it is no blank one, and no times of the next cue. */
const isInBlock = (line: string | undefined): boolean => line !== undefined && line !== '' && !line.includes(ARROW);

function cueOf(times: string, line: number, text: readonly string[]): Cue | undefined {
  const [, from = '', to = ''] = TIMES.exec(times) ?? [];
  const [startMs, endMs] = [millisecondsOf(from), millisecondsOf(to)];
  return startMs === undefined || endMs === undefined ? undefined : { line, startMs, endMs, text: text.join('\n') };
}

function millisecondsOf(timestamp: string): number | undefined {
  const [, hours = '0', minutes, seconds, fraction] = TIMESTAMP.exec(timestamp) ?? [];
  return minutes === undefined
    ? undefined
    : ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction);
}
