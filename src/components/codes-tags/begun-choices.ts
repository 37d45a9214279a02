import type { AgentWish } from '../../core/commands/command.js';
import type { BegunChoices } from '../../core/state/begun.js';
import type { Choices } from './choices.js';
import { SLOTS, codeWish, isSameList } from './choices.js';

/** A wish that is about codes or tags. */
export type ChoiceWish = Extract<AgentWish, { readonly type: 'codes.choose' | 'tags.change' }>;

const chosenIn = (wish: ChoiceWish): BegunChoices =>
  wish.type === 'tags.change'
    ? { tags: wish.tags }
    : {
        ...(wish.primary !== undefined && { primary: wish.primary }),
        ...(wish.secondary !== undefined && { secondary: wish.secondary }),
      };

/** What is chosen, with what a wish asks for. */
export const withChoice = (begun: BegunChoices | undefined, wish: ChoiceWish): BegunChoices => ({
  ...begun,
  ...chosenIn(wish),
});

/** What is left of it without what a wish asked for, unless something else was chosen since. */
export function withoutChoice(begun: BegunChoices = {}, wish: ChoiceWish): BegunChoices | undefined {
  const { primary, secondary, tags } = chosenIn(wish);
  return whatIsLeft(begun, {
    primary: primary !== undefined && primary === begun.primary,
    secondary: secondary !== undefined && secondary === begun.secondary,
    tags: tags !== undefined && isSameList(tags, begun.tags),
  });
}

/** What is left of it without what is saved; undefined where nothing is. What is on its way may still be undone. */
export function withoutSaved(begun: BegunChoices, { primary, secondary, tags }: Choices): BegunChoices | undefined {
  return whatIsLeft(begun, {
    primary: primary.status === 'saved',
    secondary: secondary.status === 'saved',
    tags: tags.status === 'saved',
  });
}

function whatIsLeft(
  begun: BegunChoices,
  isGone: Readonly<Record<keyof BegunChoices, boolean>>,
): BegunChoices | undefined {
  const left = Object.entries(begun).filter(
    ([key, value]) => value !== undefined && !isGone[key as keyof BegunChoices],
  );
  if (left.length === 0) return undefined;
  return left.length === Object.keys(begun).length ? begun : Object.fromEntries(left);
}

/** The wishes that save what was chosen on an earlier page. */
export const wishesToSave = (sessionId: string, choices: Choices): readonly ChoiceWish[] => [
  ...SLOTS.filter((slot) => choices[slot].status === 'begun').map((slot) =>
    codeWish(sessionId, slot, choices[slot].shown ?? null),
  ),
  ...(choices.tags.status === 'begun' ? [{ type: 'tags.change', sessionId, tags: choices.tags.shown } as const] : []),
];
