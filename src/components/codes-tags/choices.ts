import type { AgentWish } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import type { BegunChoices } from '../../core/state/begun.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';

export const SLOTS = ['primary', 'secondary'] as const;

/** Which of the two codes. */
export type Slot = (typeof SLOTS)[number];

/** What the backend has, what is on screen, and what became of the difference. */
export interface Choice<T> {
  readonly saved: T;
  readonly shown: T;
  /** `begun`: chosen on an earlier page, and nobody knows that it is saved. */
  readonly status: 'saved' | 'begun' | TrackedCommand['status'];
}

/** The codes and tags of a session, as chosen last. */
export interface Choices extends Readonly<Record<Slot, Choice<string | undefined>>> {
  readonly tags: Choice<readonly string[]>;
}

/** @param begun what was chosen and is not known to be saved; what became of it, commands of this page say better */
export const choicesOf = (
  session: Session,
  commands: readonly TrackedCommand[],
  begun: BegunChoices = {},
): Choices => ({
  primary: codeChoice('primary', session.primaryCode, commands, begun),
  secondary: codeChoice('secondary', session.secondaryCode, commands, begun),
  tags: tagsChoice(session.tags, commands, begun),
});

/** Whether a command is about codes or tags. */
export const isOwn = ({ command: { type } }: TrackedCommand): boolean =>
  type === 'codes.choose' || type === 'tags.change';

/** The wish that gives or, by null, takes one code. */
export const codeWish = (
  sessionId: string,
  slot: Slot,
  code: string | null,
): Extract<AgentWish, { readonly type: 'codes.choose' }> =>
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

/** Whether two lists of tags are the same. */
export const isSameList = (some: readonly string[], others: readonly string[] | undefined): boolean =>
  some.length === others?.length && some.every((tag, at) => tag === others[at]);

function codeChoice(
  slot: Slot,
  saved: string | undefined,
  commands: readonly TrackedCommand[],
  { [slot]: begun }: BegunChoices,
): Choice<string | undefined> {
  const last = commands.findLast(({ command }) => command.type === 'codes.choose' && command[slot] !== undefined);
  const chosen = last?.command.type === 'codes.choose' ? last.command[slot] : begun;
  const shown = chosen === undefined ? saved : (chosen ?? undefined);
  return { saved, shown, status: shown === saved ? 'saved' : (last?.status ?? 'begun') };
}

function tagsChoice(
  saved: readonly string[],
  commands: readonly TrackedCommand[],
  { tags: begun }: BegunChoices,
): Choice<readonly string[]> {
  const last = commands.findLast(({ command: { type } }) => type === 'tags.change');
  const shown = (last?.command.type === 'tags.change' ? last.command.tags : begun) ?? saved;
  return { saved, shown, status: isSameList(shown, saved) ? 'saved' : (last?.status ?? 'begun') };
}
