import type { Dialogue } from '../in-memory/dialogue.js';
import type { Random } from '../in-memory/random.js';
import type { TaskSource } from '../in-memory/task-queue.js';

/** Tasks in shuffled order that never run out; nobody calls twice at the same time. */
export class EndlessSource implements TaskSource {
  readonly #dialogues: readonly Dialogue[];
  readonly #random: Random;
  readonly #underWay = new Set<Dialogue>();
  #deck: Dialogue[] = [];

  constructor(dialogues: readonly Dialogue[], random: Random) {
    this.#dialogues = dialogues;
    this.#random = random;
  }

  next(fits: (dialogue: Dialogue) => boolean): Dialogue | undefined {
    if (!this.#deck.some(fits)) {
      const taken = new Set([...this.#deck, ...this.#underWay]);
      this.#deck.push(...this.#random.shuffled(this.#dialogues.filter((dialogue) => !taken.has(dialogue))));
    }
    const dialogue = this.#deck.find(fits);
    if (dialogue) this.#take(dialogue);
    return dialogue;
  }

  /** One particular task, as soon as it is not under way. */
  take(id: string): Dialogue | undefined {
    const dialogue = this.#dialogues.find((candidate) => candidate.id === id && !this.#underWay.has(candidate));
    if (dialogue) this.#take(dialogue);
    return dialogue;
  }

  putBack(dialogue: Dialogue): void {
    this.#underWay.delete(dialogue);
    this.#deck.push(dialogue);
  }

  done(dialogue: Dialogue): void {
    this.#underWay.delete(dialogue);
  }

  #take(dialogue: Dialogue): void {
    this.#deck = this.#deck.filter((other) => other !== dialogue);
    this.#underWay.add(dialogue);
  }
}
