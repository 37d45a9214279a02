/** What a list shows of the sessions that do not ring, by section. */
export interface ListSections extends Readonly<Record<'active' | 'parked' | 'history', readonly string[]>> {
  /** Sessions that are worked on and have come while the list was held, below those that they would move. */
  readonly come?: readonly string[];
}

/** A list that is held. */
export interface HeldList {
  readonly sections: ListSections;
  /** How many are over that would move others if they stood where they belong: they wait until the agent acts. */
  readonly waiting: number;
}

const SECTIONS = ['active', 'parked', 'come', 'history'] as const;

const idsOf = (sections: ListSections, section: (typeof SECTIONS)[number]): readonly string[] =>
  sections[section] ?? [];

const all = (sections: ListSections): readonly string[] => SECTIONS.flatMap((section) => idsOf(sections, section));

const sectionOf = (sections: ListSections, id: string): string | undefined =>
  SECTIONS.find((section) => idsOf(sections, section).includes(id));

/** Whether a session stands in another section than before; none is one, too. */
export const hasMoved = (id: string, before: ListSections, next: ListSections): boolean =>
  sectionOf(before, id) !== sectionOf(next, id);

/**
 * The list as it stands while its agent does nothing in it: every session keeps its place, in whatever state it is, until
 * the agent has acted. Design: nothing that can be clicked moves but by the agent's own act.
 *
 * @param shown what stands there now
 * @param next what would stand there, in the order in which to work on it
 * @param hasActedOn whether the agent has asked for something that puts a session elsewhere
 * @returns undefined where nothing has to be held: the list is `next`
 */
export function heldList(
  shown: ListSections,
  next: ListSections,
  hasActedOn: (id: string) => boolean,
): HeldList | undefined {
  const there = new Set(all(next));
  const before = all(shown).filter((id) => there.has(id));
  if (before.length < 2) return undefined;
  if ([...there].some((id) => hasActedOn(id) && hasMoved(id, shown, next))) return undefined;
  const known = new Set(before);
  const isNew = (id: string): boolean => !known.has(id);
  const still = (section: (typeof SECTIONS)[number]): readonly string[] =>
    idsOf(shown, section).filter((id) => known.has(id));
  const past = still('history');
  // What follows the last line moves none of them.
  const lines = new Set(past);
  const end = next.history.findLastIndex((id) => lines.has(id)) + 1;
  const sections = {
    active: still('active'),
    parked: still('parked'),
    come: [...still('come'), ...[...next.active, ...next.parked].filter(isNew)],
    history: [...past, ...next.history.slice(end).filter(isNew)],
  };
  const waiting = next.history.slice(0, end).filter(isNew).length;
  const isAsNext = SECTIONS.every((section) => {
    const ids = idsOf(next, section);
    return sections[section].length === ids.length && sections[section].every((id, at) => id === ids[at]);
  });
  return isAsNext && waiting === 0 ? undefined : { sections, waiting };
}
