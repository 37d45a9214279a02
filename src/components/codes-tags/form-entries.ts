import type { Choices } from './choices.js';

const AGENT = 'agent-id';
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
export function keptOf(agentId: string | undefined, sessionId: string, typed = ''): FormData {
  const kept = new FormData();
  kept.append(AGENT, agentId ?? '');
  kept.append(SESSION, sessionId);
  kept.append(TYPED, typed);
  return kept;
}

/** What an agent had typed, and for which session; undefined for what is another agent's. */
export function typedIn(
  kept: FormData,
  agentId: string,
): { readonly sessionId: string; readonly typed: string } | undefined {
  const [owner, sessionId, typed] = [AGENT, SESSION, TYPED].map((name) => kept.get(name));
  return owner === agentId && typeof sessionId === 'string' && typeof typed === 'string'
    ? { sessionId, typed }
    : undefined;
}
