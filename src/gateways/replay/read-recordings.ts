import { jsonPiecesOf, lineAt } from './json-pieces.js';
import type { JsonPiece } from './json-pieces.js';
import { readCaptions } from './read-captions.js';
import { recordingOf } from './recording-of.js';
import type { Recording, RecordingFile, RecordingProblem, RecordingsRead } from './recording.js';

/**
 * Reads files of recorded sessions: JSON (one record or a list), JSON Lines, or WebVTT. Good records of a bad file still
 * count. Answers with the recordings in the order of the files, each with an id of its own, and with what could not be
 * read, by file and line. Never rejects.
 */
export async function readRecordings(files: readonly RecordingFile[]): Promise<RecordingsRead> {
  const results = await Promise.all(files.map(readFile));
  return {
    recordings: withOwnIds(results.flatMap(({ recordings }) => recordings)),
    problems: results.flatMap(({ problems }) => problems),
  };
}

const BYTE_ORDER_MARK = /^\uFEFF/u;

async function readFile({ name, text }: RecordingFile): Promise<RecordingsRead> {
  const file = { name, text: text.replace(BYTE_ORDER_MARK, '') };
  try {
    return file.text.startsWith('WEBVTT') || /\.vtt$/iu.test(name) ? await readCaptions(file) : readJson(file);
  } catch (error) {
    return { recordings: [], problems: [{ file: name, line: 1, reason: messageOf(error) }] };
  }
}

function readJson({ name, text }: RecordingFile): RecordingsRead {
  const recordings: Recording[] = [];
  const problems: RecordingProblem[] = [];
  const pieces = jsonPiecesOf(text);
  if (pieces.length === 0) problems.push({ file: name, line: 1, reason: 'the file holds no recording' });
  pieces.forEach((piece, index) => {
    let record: unknown;
    try {
      record = JSON.parse(piece.text);
    } catch (error) {
      problems.push({
        file: name,
        line: lineOf(error, piece),
        reason: `not valid JSON: ${messageOf(error).replace(POSITION, '').replace(/\s+/gu, ' ')}`,
      });
      return;
    }
    const { recording, reason } = recordingOf(record, `${name}#${String(index + 1)}`);
    if (recording) recordings.push(recording);
    if (reason !== undefined) problems.push({ file: name, line: piece.line, reason });
  });
  return { recordings, problems };
}

/** Counted from the beginning of the record, which is of no use to a reader of the file. */
const POSITION = / in JSON at position (\d+).*$| at line (\d+) column \d+ of the JSON data$/u;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The line of a syntax error. Engines word it differently; where none says it, the line on which the record begins. */
function lineOf(error: unknown, { text, line }: JsonPiece): number {
  const offset = text.search(/\S/u);
  const [, position, ownLine] = POSITION.exec(messageOf(error)) ?? [];
  const found = position === undefined ? Number(ownLine) : lineAt(text, Number(position));
  return Number.isNaN(found) ? line : line + found - lineAt(text, Math.max(0, offset));
}

/** Ids decide which session is which: one that comes again gets a number. */
function withOwnIds(recordings: readonly Recording[]): readonly Recording[] {
  const seen = new Map<string, number>();
  return recordings.map((recording) => {
    const count = (seen.get(recording.id) ?? 0) + 1;
    seen.set(recording.id, count);
    return count === 1 ? recording : { ...recording, id: `${recording.id} (${String(count)})` };
  });
}
