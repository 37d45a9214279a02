import type { AgentWish } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';

export const SLOTS = ['primary', 'secondary'] as const;

/** Which of the two codes. */
export type Slot = (typeof SLOTS)[number];

/** What the backend has, what is on screen, and what became of the difference. */
export interface Choice<T> {
  readonly saved: T;
  readonly shown: T;
  readonly status: 'saved' | TrackedCommand['status'];
}

/** The codes and tags of a session, as chosen last. */
export interface Choices extends Readonly<Record<Slot, Choice<string | undefined>>> {
  readonly tags: Choice<readonly string[]>;
}

export const choicesOf = (session: Session, commands: readonly TrackedCommand[]): Choices => ({
  primary: codeChoice('primary', session.primaryCode, commands),
  secondary: codeChoice('secondary', session.secondaryCode, commands),
  tags: tagsChoice(session.tags, commands),
});

/** Whether a command is about codes or tags. */
export const isOwn = ({ command: { type } }: TrackedCommand): boolean =>
  type === 'codes.choose' || type === 'tags.change';

/** The wish that gives or, by null, takes one code. */
export const codeWish = (sessionId: string, slot: Slot, code: string | null): AgentWish =>
  slot === 'primary'
    ? { type: 'codes.choose', sessionId, primary: code }
    : { type: 'codes.choose', sessionId, secondary: code };

/** The wishes that take back what is on its way. */
export function wishesBack(sessionId: string, choices: Choices): readonly AgentWish[] {
  const codes = SLOTS.filter((slot) => choices[slot].status === 'pending');
  const { saved, status } = choices.tags;
  return [
    ...codes.map((slot) => codeWish(sessionId, slot, choices[slot].saved ?? null)),
    ...(status === 'pending' ? [{ type: 'tags.change', sessionId, tags: saved } as const] : []),
  ];
}

function codeChoice(
  slot: Slot,
  saved: string | undefined,
  commands: readonly TrackedCommand[],
): Choice<string | undefined> {
  const last = commands.findLast(({ command }) => command.type === 'codes.choose' && command[slot] !== undefined);
  const shown = last?.command.type === 'codes.choose' ? (last.command[slot] ?? undefined) : saved;
  return { saved, shown, status: last && shown !== saved ? last.status : 'saved' };
}

function tagsChoice(saved: readonly string[], commands: readonly TrackedCommand[]): Choice<readonly string[]> {
  const last = commands.findLast(({ command: { type } }) => type === 'tags.change');
  const shown = last?.command.type === 'tags.change' ? last.command.tags : saved;
  const isSaved = shown.length === saved.length && shown.every((tag, at) => tag === saved[at]);
  return { saved, shown, status: last && !isSaved ? last.status : 'saved' };
}
