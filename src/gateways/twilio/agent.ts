import { parseConfiguration } from '../../core/configuration/parse-configuration.js';
import type { ConfigurationProblem, ParsedConfiguration } from '../../core/configuration/parse-configuration.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import type { Desk } from './desk.js';
import { presenceOf } from './mapping.js';
import type { TwilioOptions } from './options.js';
import { documentWith } from './user-of-worker.js';

/** How soon after a missed offer the platform moves a worker to another activity. */
const RONA_WITHIN_MS = 10_000;

/** What there is to say of the worker: the activity as a presence, the task channels as limits. */
export class Agent {
  readonly #desk: Desk;
  readonly #options: TwilioOptions;
  #document = '';
  #parsed: ParsedConfiguration | undefined;

  constructor(desk: Desk, options: TwilioOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  get configuration(): Configuration | undefined {
    return this.#parsed?.ok ? this.#parsed.configuration : undefined;
  }

  /** What has changed since it was said last. */
  changes(): readonly SessionEvent[] {
    const at = this.#desk.now();
    return [...this.#configurationChange(at), ...this.#presenceChange(at)];
  }

  /** What is true now, said before or not. */
  truth(): readonly SessionEvent[] {
    const at = this.#desk.now();
    this.#configurationChange(at);
    return this.#said(at);
  }

  #configurationChange(at: number): readonly SessionEvent[] {
    const document = documentWith(this.#options.worker, this.#options);
    const text = JSON.stringify(document);
    if (this.#parsed && text === this.#document) return [];
    this.#document = text;
    this.#parsed = parseConfiguration(document);
    return this.#said(at);
  }

  #said(at: number): readonly SessionEvent[] {
    if (!this.#parsed) return [];
    if (this.#parsed.ok) return [{ type: 'configuration.loaded', configuration: this.#parsed.configuration, at }];
    const problems: readonly ConfigurationProblem[] = this.#parsed.problems;
    return [{ type: 'configuration.rejected', problems, at }];
  }

  #presenceChange(at: number): readonly SessionEvent[] {
    const { worker, activities } = this.#options;
    const { activity, sid: userId } = worker;
    if (!activity) return [];
    const presence = presenceOf(activity, activities);
    // A name that says no more than the presence does is no reason.
    const reason = activity.name.toLowerCase() === presence ? undefined : activity.name;
    const known = this.#desk.records.users.get(userId)?.presence;
    if (known?.presence === presence && known.reason === reason) return [];
    return [
      {
        type: 'presence.changed',
        userId,
        presence,
        at,
        ...(reason !== undefined && { reason }),
        ...(presence !== 'available' && this.#hasJustMissed(at) && { cause: 'rona' }),
      },
    ];
  }

  #hasJustMissed(now: number): boolean {
    for (const { offerOutcome, since } of this.#desk.records.sessions.values())
      if (offerOutcome === 'missed' && now - since < RONA_WITHIN_MS) return true;
    return false;
  }
}
