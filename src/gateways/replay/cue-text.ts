import { isBlank } from '../../core/text/blank.js';

/** Something one voice says in a cue. */
export interface Utterance {
  /** Who speaks, as the voice tag says; absent outside of one. */
  readonly voice: string | undefined;
  readonly text: string;
}

const TAG = /<(\/?)([^\s.>/]*)([^\s>]*)([^>]*)>?/gu;

/**
 * The texts of a cue, one for each change of voice. Of all tags only `<v Name>` says something that a transcript shows;
 * one that is not closed goes on to the end of the cue.
 *
 * @param decode resolves character references as HTML has them
 */
export function utterancesOf(text: string, decode: (text: string) => string): readonly Utterance[] {
  const utterances: Utterance[] = [];
  let voice: string | undefined;
  let end = 0;
  const say = (said: string): void => {
    const last = utterances.at(-1);
    const own = decode(said);
    if (last && last.voice === voice) utterances[utterances.length - 1] = { voice, text: last.text + own };
    else utterances.push({ voice, text: own });
  };
  for (const { 0: tag, 1: slash, 2: name, 4: annotation = '', index } of text.matchAll(TAG)) {
    say(text.slice(end, index));
    end = index + tag.length;
    if (name !== 'v') continue;
    const named = decode(annotation).replace(/\s+/gu, ' ').trim();
    voice = slash === '/' || isBlank(named) ? undefined : named;
  }
  say(text.slice(end));
  return utterances.filter((utterance) => !isBlank(utterance.text));
}
