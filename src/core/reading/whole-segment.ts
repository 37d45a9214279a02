import { isBlank } from '../text/blank.js';

type Given = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isSeen = (value: unknown): boolean => typeof value === 'string' && !isBlank(value);

/** A moment or a span in ms, no further than a date can stand for. */
export const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;

const isAbsent = (value: unknown): boolean => value === undefined;

/**
 * Whether a segment is good as it is, seen without asking how each of its members is read: conversations come by the
 * hundred thousand segments, and these members are all that most of them have. Of one with others nothing is said by
 * `false`; whoever asks reads it.
 */
export function isWholeSegment(value: unknown): boolean {
  if (!isPlain(value) || !isPlain(value['speaker'])) return false;
  const { id, speaker, text, isFinal, offsetMs, at } = value;
  const { id: who, role, name } = value['speaker'];
  return (
    isSeen(id) &&
    isSeen(text) &&
    isSeen(who) &&
    isSeen(role) &&
    typeof isFinal === 'boolean' &&
    (isAbsent(name) || isSeen(name)) &&
    (isAbsent(offsetMs) || isTime(offsetMs)) &&
    (isAbsent(at) || isTime(at)) &&
    Object.keys(value).length === 4 + Number(!isAbsent(offsetMs)) + Number(!isAbsent(at)) &&
    Object.keys(speaker).length === 2 + Number(!isAbsent(name))
  );
}
