import type { StoredDraft } from '../core/ports/draft-storage.js';
import type { DraftPlace, DraftRecord } from './draft-records.js';
import { FieldsHeld } from './fields-held.js';
import { idOf } from './known-draft.js';
import type { Known } from './known-draft.js';
import type { LastWord } from './last-words.js';
import { isSame } from './merge-draft.js';
import { WaitingFields } from './waiting-fields.js';

/** What this page knows of its fields: what stands in them, what is not written yet, and what waits for the agent. */
export class KnownDrafts {
  readonly #known = new Map<string, Known>();
  readonly #unwritten = new Set<string>();
  readonly #held = new FieldsHeld();
  readonly #waiting: WaitingFields;

  /** `onFree` is told the scope of a field that the agent has left while something of another page waited for it. */
  constructor(onFree: (scope: string) => void) {
    this.#waiting = new WaitingFields(
      (id) => this.#held.has(id),
      (id) => {
        onFree(this.#known.get(id)?.place.scope ?? '');
      },
    );
  }

  /** What is known of a field, from now on if nothing was. */
  of({ scope, agentId, sessionId, field }: DraftPlace, source: string): Known {
    const place = { scope, agentId, sessionId, field };
    const id = idOf(place);
    const known = this.#known.get(id) ?? { place, source, count: 0 };
    this.#known.set(id, known);
    return known;
  }

  /** All that is known of a scope. */
  in(scope: string): readonly Known[] {
    return [...this.#known.values()].filter(({ place }) => place.scope === scope);
  }

  get unwritten(): readonly Known[] {
    return [...this.#unwritten].flatMap((id) => this.#known.get(id) ?? []);
  }

  isUnwritten(place: DraftPlace): boolean {
    return this.#unwritten.has(idOf(place));
  }

  /** The agent has written in a field of this page. */
  write(known: Known, { value, others }: Pick<StoredDraft, 'value' | 'others'>, newLine: () => string): void {
    const id = idOf(known.place);
    known.line ??= newLine();
    known.value = value;
    if (others) known.settled = others;
    known.count += 1;
    this.#held.take(id);
    this.#waiting.delete(id);
    this.#unwritten.add(id);
  }

  /** Nothing of a scope is on the device any more: what stands in the fields of this page is written once more. */
  writeAgain(scope: string): void {
    for (const known of this.in(scope))
      if (known.base !== undefined) {
        known.writing = undefined;
        this.#unwritten.add(idOf(known.place));
      }
  }

  /** What the page before this one in the tab had not written goes on here. */
  takeUp({ place, ...word }: LastWord, source: string): readonly Known[] {
    if (this.isUnwritten(place)) return [];
    this.#unwritten.add(idOf(place));
    const known = this.of(place, source);
    return [Object.assign(known, word, { count: known.count + 1 })];
  }

  /** The device has what a field was at a count. Returns whether the field is still known. */
  settle(known: Known, count: number, record: DraftRecord | undefined): boolean {
    const id = idOf(known.place);
    if (this.#known.get(id) !== known) return false;
    known.base = record?.stamp;
    if (known.count === count) {
      known.settled = undefined;
      this.#unwritten.delete(id);
      if (!record) this.#known.delete(id);
    }
    return true;
  }

  /** What another page has written waits where the agent is writing. Returns whether it stands here now. */
  hear(known: Known, record: DraftRecord | undefined): boolean {
    const id = idOf(known.place);
    const waits = this.#held.has(id) && !isSame(known.value, record?.value);
    if (waits) this.#waiting.add(id);
    else {
      this.#waiting.delete(id);
      this.goOnFrom(known, record);
    }
    return !waits;
  }

  goOnFrom(known: Known, record: DraftRecord | undefined): void {
    known.line = undefined;
    known.base = record?.stamp;
    // What is the same to read may stand otherwise on this screen.
    if (!isSame(known.value, record?.value)) known.value = record?.value;
    if (!record) this.#known.delete(idOf(known.place));
  }

  drop(all: readonly Known[]): void {
    for (const { place } of all) {
      const id = idOf(place);
      this.#known.delete(id);
      this.#unwritten.delete(id);
      this.#waiting.delete(id);
    }
  }

  /** Nobody waits for the agent to leave a field any more. */
  end(): void {
    this.#waiting.end();
  }
}
