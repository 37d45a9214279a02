import { isBlank } from '../text/blank.js';

type Given = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isSeen = (value: unknown): boolean => typeof value === 'string' && !isBlank(value);

const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;

const countOf = (value: Given): number => Object.keys(value).length;

function isWholeSpeaker(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { id, role, name } = value;
  return (
    isSeen(id) && isSeen(role) && (name === undefined ? countOf(value) === 2 : isSeen(name) && countOf(value) === 3)
  );
}

/**
 * Whether a segment is good as it is, seen without asking how each of its members is read: conversations come by the
 * hundred thousand segments, and these members are all that most of them have. Of one with others nothing is said by
 * `false`; whoever asks reads it.
 */
export function isWholeSegment(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { id, speaker, text, isFinal, offsetMs, at } = value;
  if (!isSeen(id) || !isSeen(text) || typeof isFinal !== 'boolean' || !isWholeSpeaker(speaker)) return false;
  let count = 4;
  if (offsetMs !== undefined) {
    if (!isTime(offsetMs)) return false;
    count += 1;
  }
  if (at !== undefined) {
    if (!isTime(at)) return false;
    count += 1;
  }
  return countOf(value) === count;
}
