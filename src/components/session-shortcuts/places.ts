import { everyWithin } from '../../context/every-within.js';
import { isShown } from '../../controllers/sight.js';
import type { FocusPlace } from './shortcut-table.js';

/** Where is looked for places: below a root, among elements with a prefix, in the session that is looked at. */
export interface Room {
  readonly root: ParentNode;
  readonly prefix: string;
  readonly selectedId: string | undefined;
}

/** The button that asks this of a session; without a verb its first one. Undefined where none can be seen. */
export function buttonOf(
  { root, prefix, selectedId }: Room,
  sessionId: string | undefined,
  verb?: string,
): HTMLElement | undefined {
  for (const controls of everyWithin(root, `${prefix}session-controls`)) {
    const { sessionId: own = selectedId } = controls as HTMLElement & { readonly sessionId?: string };
    const button =
      own === sessionId && firstShown(controls.shadowRoot ?? controls, verb ? `[data-verb="${verb}"]` : '[data-verb]');
    if (button) return button;
  }
  return verb === undefined
    ? undefined
    : inside({ root, prefix }, 'task-offers', `[data-id="${CSS.escape(sessionId ?? '')}"] [data-verb="${verb}"]`);
}

/** The button that asks how the session is to be left that is looked at. */
export const leaveButton = (room: Room): HTMLElement | undefined => inside(room, 'session-leave', '.leave');

/** A tab of the session that is looked at: the first one, or the one after that which was chosen last, round at the end. */
export function tabOf(room: Room, to: 'next' | 'first'): HTMLElement | undefined {
  const chosen = inside(room, 'session-pane', '[role="tab"][tabindex="0"]');
  const tabs = [...(chosen?.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  if (!chosen || to === 'first') return tabs[0];
  return tabs[(tabs.indexOf(chosen) + 1) % tabs.length];
}

/** The first session that has started while the agent was busy, and is named in the head of a workspace. */
export function firstWaiting({ root, prefix, selectedId }: Room): string | undefined {
  for (const workspace of everyWithin(root, `${prefix}my-sessions`)) {
    const { waitingIds } = workspace as HTMLElement & { readonly waitingIds: readonly string[] };
    const id = waitingIds.find((own) => own !== selectedId);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The element of the kit, and what in it takes the focus. */
const PLACES: Readonly<Record<Exclude<FocusPlace, 'controls' | 'composer'>, readonly [tag: string, inside: string]>> = {
  list: ['sessions-list', '.card[tabindex="0"]'],
  codes: ['codes-tags', 'select:enabled, input:enabled'],
  presence: ['agent-presence', 'select:enabled'],
};

/** The tab of a session in which a place is; see `Tab` in `core/rules/tabs.ts`. */
const TAB_OF: Partial<Record<FocusPlace, 'conversation' | 'customer'>> = {
  composer: 'conversation',
  codes: 'customer',
};

/** Puts the focus somewhere. Answers false where there is no such place on the page. */
export function goTo(room: Room, place: FocusPlace): boolean {
  return focusOn(room, place) || openTabOf(room, place);
}

function focusOn(room: Room, place: FocusPlace): boolean {
  if (place === 'composer') return write(room);
  const target = place === 'controls' ? buttonOf(room, room.selectedId) : inside(room, ...PLACES[place]);
  target?.focus();
  return target !== undefined;
}

/** How long, in frames, a place that has to be loaded is waited for. */
const MOST_FRAMES = 120;

/** A place in a tab that is put away is there when the tab is shown and loaded. The tab has the focus until then. */
function openTabOf(room: Room, place: FocusPlace): boolean {
  const wanted = TAB_OF[place];
  const tab = wanted && inside(room, 'session-pane', `[data-tab="${wanted}"][aria-selected="false"]`);
  if (!tab) return false;
  tab.focus();
  tab.click();
  const goOn = (left: number): void => {
    // Whoever has gone elsewhere meanwhile stays there.
    if (left === 0 || !tab.matches(':focus') || focusOn(room, place)) return;
    requestAnimationFrame(() => {
      goOn(left - 1);
    });
  };
  requestAnimationFrame(() => {
    goOn(MOST_FRAMES);
  });
  return true;
}

/** Into the field for the customer where there is one, never into notes; a mail has it when an answer is begun. */
function write(room: Room): boolean {
  const composer = ['chat', 'email']
    .map((kind) => inside(room, `${kind}-conversation`, `${room.prefix}message-composer`))
    .find((own) => own !== undefined);
  composer?.focus();
  if (composer) return true;
  const reply = inside(room, 'email-conversation', '[data-act="reply"]:enabled');
  reply?.focus();
  reply?.click();
  return reply !== undefined;
}

/** In the first element of a tag that shows such a thing: the panes of other sessions are there, and hidden. */
function inside(
  { root, prefix }: Pick<Room, 'root' | 'prefix'>,
  tag: string,
  selector: string,
): HTMLElement | undefined {
  for (const element of everyWithin(root, prefix + tag)) {
    const found = firstShown(element.shadowRoot ?? element, selector);
    if (found) return found;
  }
  return undefined;
}

/** The first that matches and can be seen and used. */
function firstShown(root: ParentNode, selector: string): HTMLElement | undefined {
  for (const element of everyWithin(root, selector)) if (isShown(element)) return element;
  return undefined;
}
