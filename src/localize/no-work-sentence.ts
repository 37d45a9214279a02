import type { Configuration } from '../core/configuration/configuration.js';
import { MODALITIES } from '../core/model/modality.js';
import type { UserPresence } from '../core/model/presence.js';
import type { Session } from '../core/model/session.js';
import type { AcceptanceStop } from '../core/rules/acceptance.js';
import type { NoWork } from '../core/rules/why-no-work.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from './en.js';
import { presenceWords } from './en/agent-presence.js';
import { noWorkWords } from './en/no-work.js';
import { wordFor } from './words.js';

/** In what words something is said, and by whose names. */
export interface Telling {
  readonly strings: Strings;
  readonly configuration: Configuration | undefined;
  /** Writes a moment (server time in ms) as a time of day. */
  readonly momentOf: (at: number) => string;
}

/** Why no work comes, in one sentence, whoever says it. */
export function noWorkSentence({ reason, modalities = [], presence }: NoWork, telling: Telling): string {
  const { strings } = telling;
  const { noWork: words = noWorkWords } = strings;
  const kinds = modalities.map((own) => strings.modality[own]).join(', ');
  if (reason === 'modality-limit') return words.modalityFull(kinds);
  if (kinds !== '' && reason === 'modality-disabled') return words.modalityOff(kinds);
  const made = presence && isMade(presence) ? presenceSentence(presence, telling) : '';
  if (reason === 'rona' || reason === 'presence-rule') return made;
  return `${made} ${words.why[reason]}`.trim();
}

/** Why an offer cannot be accepted: as it is said that none like it comes. */
export const stopSentence = (
  stop: Exclude<AcceptanceStop, 'presence'>,
  { modality }: Pick<Session, 'modality'>,
  strings: Strings,
): string =>
  noWorkSentence(
    { reason: stop, modalities: MODALITIES.filter((own) => own === modality) },
    { strings, configuration: undefined, momentOf: String },
  );

/** Whether there is more to say of a presence than its word: a system made it, or it ends by itself. */
export const isMade = ({ cause, until }: UserPresence): boolean => cause !== undefined || until !== undefined;

/** What the presence is, until when, and why, such as “Not available until 10:42 (missed a call of Reception).” */
export function presenceSentence(presence: UserPresence, telling: Telling): string {
  const { strings, momentOf } = telling;
  const { noWork: words = noWorkWords } = strings;
  const { until } = presence;
  const word = wordFor(strings.presence ?? presenceWords, presence.presence);
  return words.made(word, until === undefined ? undefined : momentOf(until), causeIn(presence, telling));
}

/** Why a system changed a presence: in our words where the cause is known, otherwise in those of the backend. */
function causeIn({ cause = '', reason = cause, serviceId, modality }: UserPresence, telling: Telling): string {
  const { noWork: words = noWorkWords } = telling.strings;
  const causes: Readonly<Record<string, (task: string) => string>> = words.cause;
  const said = Object.hasOwn(causes, cause) ? causes[cause] : undefined;
  return said ? said(taskIn(serviceId, modality, telling)) : displayableText(reason, 200);
}

function taskIn(serviceId = '', modality: string | undefined, { strings, configuration }: Telling): string {
  const { noWork: words = noWorkWords } = strings;
  const kinds: Readonly<Record<string, string>> = words.kind;
  const kind = modality !== undefined && Object.hasOwn(kinds, modality) ? kinds[modality] : undefined;
  const service = configuration?.services.get(serviceId)?.name ?? serviceId;
  return words.task(kind ?? words.anyKind, displayableText(service, 200));
}

/**
 * What became of an offer that the agent did not accept by himself, and what follows from it; undefined of one that he
 * did, of one that still rings, and of an outcome that only the backend knows.
 */
export function offerNews(
  { offerOutcome = '', result, serviceId, modality }: Session,
  telling: Telling,
): string | undefined {
  const { noWork: words = noWorkWords } = telling.strings;
  const isWithdrawn =
    offerOutcome === 'cancelled' && (result === undefined || result === 'cancelled-by-external-system');
  const key = isWithdrawn ? 'withdrawn' : offerOutcome;
  const said = Object.entries(words.offer).find(([own]) => own === key)?.[1];
  return said?.(taskIn(serviceId, modality, telling));
}
