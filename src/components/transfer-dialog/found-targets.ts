import type { TransferAim, TransferKind } from '../../core/model/transfer.js';
import type { TransferTarget } from '../../core/rules/transfer-targets.js';
import { isBlank } from '../../core/text/blank.js';
import { search } from '../../core/text/folded.js';
import { looksLikeNumber, phoneNumberOf } from '../../core/text/phone-number.js';

/** What is listed: a service or a person of the directory, or the number that was typed. */
export type FoundTarget =
  TransferTarget | { readonly kind: 'number'; readonly id: string; readonly obstacle: undefined };

/** What the text of the field stands for. */
export interface Found {
  /** The number first, then what begins with the text, those who can take it before those who cannot. */
  readonly targets: readonly FoundTarget[];
  /** Whether it is written like a number and is none. */
  readonly isWrongNumber: boolean;
}

/**
 * @param names of the targets, in their order; the same list as long as they are the same
 * @param kinds that the session can be transferred to
 */
export function foundTargets(
  typed: string,
  targets: readonly TransferTarget[],
  names: readonly string[],
  kinds: readonly TransferKind[],
): Found {
  const own = isBlank(typed) ? targets : search(typed, names).flatMap((at) => targets[at] ?? []);
  const isNumber = kinds.includes('number') && looksLikeNumber(typed);
  const number = isNumber ? phoneNumberOf(typed) : undefined;
  return {
    targets: [
      ...(number === undefined ? [] : [{ kind: 'number', id: number, obstacle: undefined } as const]),
      ...own.filter(({ obstacle }) => obstacle === undefined),
      ...own.filter(({ obstacle }) => obstacle !== undefined),
    ],
    isWrongNumber: isNumber && number === undefined,
  };
}

/** What a wish says of where it goes. */
export function aimOf({ kind, id }: FoundTarget): TransferAim {
  switch (kind) {
    case 'service':
      return { targetServiceId: id };
    case 'agent':
      return { targetUserId: id };
    case 'number':
      return { targetNumber: id };
  }
}

/** Whether a wish goes there. */
export const isAimedAt = ({ kind, id }: FoundTarget, aim: TransferAim): boolean =>
  id === { service: aim.targetServiceId, agent: aim.targetUserId, number: aim.targetNumber }[kind];
