import type { SessionEvent } from '../../core/events/session-event.js';
import { transcriptStep } from '../../core/state/transcript-step.js';
import { factsOfRecords } from '../../core/state/facts-of-records.js';
import { StateTables } from '../../core/store/state-tables.js';
import { documentOf } from '../../core/wire/configuration-document.js';
import type { Entry } from './entries.js';
import { FORMAT } from './entries.js';
import { redactedDocument } from './redact.js';

/** What was noted, the newest of it word by word. What had no room any more is there as what it has led to. */
export class Notebook {
  readonly #most: number;
  readonly #isRedacted: boolean;
  readonly #before = new StateTables(() => undefined, transcriptStep);
  #entries: Entry[] = [];
  #count = 0;
  #dropped = 0;
  #droppedAt = 0;

  constructor(most: number, isRedacted: boolean) {
    this.#most = most;
    this.#isRedacted = isRedacted;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    this.#count += sizeOf(entry);
    if (this.#count <= this.#most) return;
    // A tenth at a time: an array gives up its first items one by one at the price of all.
    let gone = 0;
    for (const own of this.#entries) {
      if (this.#count <= this.#most * 0.9) break;
      this.#count -= sizeOf(own);
      this.#fold(own);
      gone += 1;
    }
    this.#entries = this.#entries.slice(gone);
  }

  /** As a file: JSON Lines. */
  toText(): string {
    const head = { recording: FORMAT, isRedacted: this.#isRedacted, dropped: this.#dropped };
    const first: readonly Entry[] =
      this.#dropped > 0 ? [{ at: this.#droppedAt, facts: this.#truthBefore(), delivery: 'replay' }] : [];
    return [head, ...first, ...this.#entries].map((line) => `${JSON.stringify(line, this.#written)}\n`).join('');
  }

  readonly #written = (key: string, value: unknown): unknown => {
    if (key !== 'configuration' || typeof value !== 'object' || value === null || !('codes' in value)) return value;
    const document = documentOf(value as Parameters<typeof documentOf>[0]);
    return this.#isRedacted ? redactedDocument(document) : document;
  };

  #fold(entry: Entry): void {
    this.#dropped += 1;
    this.#droppedAt = entry.at;
    if (!('facts' in entry)) return;
    for (const fact of entry.facts)
      try {
        this.#before.apply(fact);
      } catch {
        // It had no effect in the store either.
      }
  }

  #truthBefore(): readonly SessionEvent[] {
    const { workspace, connections } = this.#before;
    const { agentId, configuration } = workspace;
    const at = this.#droppedAt;
    const facts: SessionEvent[] = [];
    if (agentId !== undefined) facts.push({ type: 'workspace.reset', at, agentId });
    if (configuration) facts.push({ type: 'configuration.loaded', at, configuration });
    facts.push(...factsOfRecords(this.#before, at));
    for (const { status, since } of connections.values()) facts.push({ type: 'connection.changed', status, at: since });
    return facts;
  }
}

const sizeOf = (entry: Entry): number => ('facts' in entry ? Math.max(1, entry.facts.length) : 1);
