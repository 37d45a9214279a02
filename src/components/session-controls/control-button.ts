import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { SessionControl } from '../../core/commands/command.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import { extensionOf } from '../../core/rules/after-call-work-for.js';
import type { AcceptanceStop } from '../../core/rules/acceptance.js';
import { pausedByParking } from '../../core/rules/park-pauses.js';
import { impedimentTo } from '../../core/rules/permissions.js';
import type { ShownControl } from '../../core/rules/permissions.js';
import { takesFocus } from '../../core/rules/takes-focus.js';
import { shown } from '../../core/text/blank.js';
import { displayableText } from '../../core/text/displayable-text.js';
import {
  ArrowRightLeft,
  Check,
  CheckCheck,
  CircleParking,
  CirclePlay,
  CircleX,
  Hand,
  PhoneOff,
  Play,
  TimerReset,
  X,
} from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import { controlsWords, verbWords } from '../../localize/en/session-controls.js';
import type { Localization } from '../../localize/localization.js';
import { stopSentence } from '../../localize/no-work-sentence.js';

export const ICONS: Readonly<Record<SessionControl, Drawing>> = {
  'session.accept': Check,
  'session.decline': X,
  'session.park': CircleParking,
  'session.unpark': CirclePlay,
  'session.hold': Hand,
  'session.resume': Play,
  'session.end': PhoneOff,
  'session.transfer': ArrowRightLeft,
  'after-call-work.finish': CheckCheck,
  'after-call-work.extend': TimerReset,
};

/** What a button stands on. */
export interface ButtonSituation {
  readonly session: Session;
  readonly configuration: Configuration | undefined;
  readonly localization: Localization;
  /** Whether a command is on its way. */
  readonly isPending: boolean;
  /** What keeps the agent from accepting it, if it is offered. */
  readonly stop: Exclude<AcceptanceStop, 'presence'> | undefined;
  /** What the session is called that has to be parked before this one is taken up. */
  readonly other: string | undefined;
  readonly keys: Partial<Readonly<Record<string, string>>> | undefined;
  readonly onClick: (event: Event) => void;
}

/** Why a control cannot be used now, in words for the agent; undefined when it can. */
export function reasonAgainst(
  { type, obstacle }: ShownControl,
  { session, stop, localization: { strings } }: Pick<ButtonSituation, 'session' | 'stop' | 'localization'>,
): string | undefined {
  const { controls: words = controlsWords } = strings;
  switch (obstacle) {
    case 'platform':
      return displayableText(shown(impedimentTo(type, session)) ?? words.notNow, 300);
    case 'extended':
      return words.extendedOnce;
    case 'service':
      return words.runsToItsEnd;
    case undefined:
      return type === 'session.accept' && stop ? stopSentence(stop, session, strings) : undefined;
  }
}

/**
 * A button that is there in the state of its session. One that cannot be used now keeps the focus and says why; one that
 * does more than its name says, tells that before.
 */
export function controlButton(control: ShownControl, situation: ButtonSituation): TemplateResult {
  const { type } = control;
  const { session, localization, isPending, keys, onClick } = situation;
  const { controls: words = controlsWords, verb: verbs = verbWords } = localization.strings;
  const against = reasonAgainst(control, situation);
  const other = takesFocus(type) && against === undefined ? situation.other : undefined;
  const look = type === 'session.end' || type === 'session.decline' ? 'danger' : takesFocus(type) ? 'primary' : '';
  return html`<button
    type="button"
    class="${look} ${against === undefined ? '' : 'impeded'}"
    data-verb=${type}
    aria-keyshortcuts=${ifDefined(keys?.[type])}
    aria-disabled=${isPending || against !== undefined ? 'true' : 'false'}
    title=${ifDefined(against ?? consequenceOf(type, other, situation))}
    @click=${onClick}
  >
    ${icon(type === 'session.end' && session.modality !== 'audio-video' ? CircleX : ICONS[type])}${other === undefined ? verbs[type] : words.parkFirst(verbs[type])}
  </button>`;
}

/** What comes with an act and does not go by its name. */
function consequenceOf(
  type: SessionControl,
  other: string | undefined,
  { session, configuration, localization: { strings, formatDuration } }: ButtonSituation,
): string | undefined {
  const { controls: words = controlsWords } = strings;
  if (other !== undefined) return words.parkFirstHint(other);
  if (!configuration) return undefined;
  if (type === 'session.park') {
    const paused = pausedByParking(session, configuration);
    return paused.length === 0 ? undefined : paused.map((what) => words.parkPauses[what]).join(' ');
  }
  if (type !== 'after-call-work.extend') return undefined;
  const seconds = extensionOf(configuration.services.get(session.serviceId));
  return seconds === 0 ? undefined : words.extendBy(formatDuration(seconds * 1000));
}
