import type { Choices } from './choices.js';

const SESSION = 'session-id';
const TYPED = 'typed';

/** What a form submits of the codes and tags on screen. */
export function entriesOf(name: string, { primary, secondary, tags }: Choices): FormData {
  const entries = new FormData();
  if (primary.shown !== undefined) entries.append(`${name}.primary`, primary.shown);
  if (secondary.shown !== undefined) entries.append(`${name}.secondary`, secondary.shown);
  for (const tag of tags.shown) entries.append(`${name}.tag`, tag);
  return entries;
}

/** What the browser keeps for the agent's return: what was typed. Codes and tags are the backend's to remember. */
export function keptOf(sessionId: string, typed: string): FormData {
  const kept = new FormData();
  kept.append(SESSION, sessionId);
  kept.append(TYPED, typed);
  return kept;
}

/** Hands over what was typed for which session. */
export function readKept(kept: FormData, use: (typed: string, sessionId: string) => void): void {
  const [sessionId, typed] = [kept.get(SESSION), kept.get(TYPED)];
  if (typeof sessionId === 'string' && typeof typed === 'string') use(typed, sessionId);
}
