import type { Parameter } from '../../core/model/parameter.js';
import type { Session } from '../../core/model/session.js';
import { sessionDetails } from '../../localize/en/session-details.js';
import type { Localization } from '../../localize/localization.js';
import { wordFor } from '../../localize/words.js';

/** One line of the details. Without a value it says why there is none. */
export interface DetailRow {
  readonly label: string;
  readonly value: string;
  readonly state: Parameter['state'];
}

/** The system fields of a session that are known, in the order of its life (Nimbus Session Details). */
export function systemRows(
  session: Session,
  serviceName: string,
  now: number,
  localization: Localization,
): readonly DetailRow[] {
  const { strings, formatMoment, formatDuration } = localization;
  const words = strings['session-details'] ?? sessionDetails;
  const { caller, customer, times } = session;
  const moment = (at: number | undefined): string | undefined => (at === undefined ? undefined : formatMoment(at, now));
  const between = (from: number | undefined, to: number | undefined): string | undefined =>
    from === undefined || to === undefined ? undefined : formatDuration(Math.max(0, to - from));
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [words.caller, caller?.isAnonymous ? strings.session.anonymous : caller?.name],
    [words.phone, caller?.phone],
    [words.upn, caller?.upn],
    [words.customer, customer?.name ?? session.visitorLabel],
    [words.company, customer?.company],
    [words.email, customer?.email],
    [words.subject, session.subject],
    [words.service, serviceName],
    [words.modality, wordFor(strings.modality, session.modality)],
    [words.direction, wordFor(strings.direction, session.direction)],
    [words.queued, moment(times.queued)],
    [words.waited, between(times.queued, times.offered)],
    [words.ringing, between(times.offered, times.accepted ?? (session.state === 'ended' ? times.ended : undefined))],
    [words.connected, moment(times.connected)],
    [words.ended, moment(times.ended)],
    [words.duration, between(times.connected, times.ended)],
    [words.result, session.result === undefined ? undefined : wordFor(strings.result, session.result)],
    [words.transferTarget, session.transferTarget],
    [words.sentiment, session.sentiment === undefined ? undefined : wordFor(strings.sentiment, session.sentiment)],
  ];
  return rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value, state: 'value' as const }],
  );
}

/** The words of a parameter's name: `RelationshipManager` reads "Relationship Manager" (Nimbus). Other names stay. */
const labelOf = (name: string): string =>
  /^[A-Za-z][A-Za-z\d]*$/.test(name) ? name.replace(/([a-z\d])([A-Z])/g, '$1 $2') : name;

/** The parameters that the service chose, in its order. One that has not been heard of yet is expected. */
export function parameterRows(
  session: Session,
  chosen: readonly string[],
  localization: Localization,
): readonly DetailRow[] {
  const { common, 'session-details': words = sessionDetails } = localization.strings;
  const known = new Map(session.parameters.map((parameter) => [parameter.name, parameter]));
  const isOver = session.state === 'ended';
  return chosen.map((name): DetailRow => {
    const label = labelOf(name);
    const parameter = known.get(name) ?? { name, state: 'pending' as const };
    switch (parameter.state) {
      case 'value':
        return { label, value: parameter.value, state: 'value' };
      case 'empty':
        return { label, value: words.empty, state: 'empty' };
      case 'not-available':
        return { label, value: parameter.reason ?? common.notAvailable, state: 'not-available' };
      case 'pending':
        // Nothing arrives any more for a session that is over: by default its context data was not stored.
        return isOver
          ? { label, value: common.notAvailable, state: 'not-available' }
          : { label, value: words.pending, state: 'pending' };
    }
  });
}
