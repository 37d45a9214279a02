/** A member of a combination, and what it said. */
export interface Refused {
  readonly member: string;
  /** In its own words; absent where it gave none. */
  readonly reason?: string;
}

/** What a combination tells agents by itself. */
export interface CombinedWords {
  /** Where a presence was not taken. */
  readonly presenceRefused: (members: readonly Refused[]) => string;
  /** Why nothing can be accepted: what is in hand at a member can neither be parked nor put on hold. */
  readonly notSetAside: (held: Refused) => string;
  /** Why nothing can be accepted: the limit over all members is reached. */
  readonly full: string;
}

const said = ({ member, reason }: Refused): string => (reason === undefined ? member : `${member} (${reason})`);

/** The English ones. */
export const combinedWords: CombinedWords = {
  presenceRefused: (members) => `Not changed at ${members.map(said).join(', ')}.`,
  notSetAside: (held) => `The session in hand at ${said(held)} can neither be parked nor put on hold. End it first.`,
  full: 'You have as many tasks as you may have. Close one first.',
};
