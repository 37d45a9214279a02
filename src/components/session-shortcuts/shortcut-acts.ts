import { perform } from '../../context/acts/acts.js';
import { look } from '../../context/acts/look.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { SessionControl } from '../../core/commands/command.js';
import { HOME } from '../../core/model/selection.js';
import { controlsOfSession } from '../../core/rules/permissions.js';
import { selectRoster } from '../../core/selectors/select-roster.js';
import { selectSession, selectSessions } from '../../core/selectors/select-session.js';
import { titleOf } from '../../localize/words.js';
import { beside, inLine, nextOffer } from './next-in-line.js';
import { buttonOf, firstWaiting, goTo, leaveButton, tabOf } from './places.js';
import type { Room } from './places.js';
import type { ShortcutAct } from './shortcut-table.js';

/** Answers what is to be said of it; undefined when it could not be done. */
export function carryOut(
  act: Exclude<ShortcutAct, { kind: 'help' }>,
  workspace: WorkspaceHandle,
  from: HTMLElement,
  room: Room,
): string | undefined {
  const isDone = (is: boolean): string | undefined => (is ? '' : undefined);
  switch (act.kind) {
    case 'turn':
      return turn(workspace, from, room, act.by);
    case 'home':
      look(workspace, from, HOME);
      // What had the focus is put away.
      return isDone(goTo(room, 'list'));
    case 'leave':
      return isDone(pressed(leaveButton(room)));
    case 'switch':
      return turnTo(firstWaiting(room), workspace, from);
    case 'tab': {
      const tab = tabOf(room, act.to);
      tab?.focus();
      return isDone(pressed(tab));
    }
    case 'focus':
      return isDone(goTo(room, act.place));
    case 'session':
      return isDone(press(workspace, room, act.verbs, room.selectedId) !== 'no button');
    case 'offer':
      return isDone(answer(workspace, from, room, act.verbs));
  }
}

/** Whether there is something to press. */
function pressed(button: HTMLElement | undefined): boolean {
  button?.click();
  return button !== undefined;
}

function turn(workspace: WorkspaceHandle, from: HTMLElement, { selectedId }: Room, by: 1 | -1): string | undefined {
  const { store } = workspace;
  const ids = inLine(store.read(selectRoster), (id) => store.read(selectSession(id))?.state === 'after-call-work');
  return turnTo(beside(ids, selectedId, by), workspace, from);
}

/** Says which session it is, as what is looked at changes. */
function turnTo(id: string | undefined, workspace: WorkspaceHandle, from: HTMLElement): string | undefined {
  const { store, localization } = workspace;
  const session = id === undefined ? undefined : store.read(selectSession(id));
  if (!session) return undefined;
  return look(workspace, from, session.id) ? titleOf(session, localization.strings) : '';
}

/** Presses the button, which asks what it asks, and does nothing while the last command is on its way. */
function press(
  { store }: WorkspaceHandle,
  room: Room,
  verbs: readonly SessionControl[],
  sessionId = '',
): 'pressed' | 'no button' {
  const session = store.read(selectSession(sessionId));
  const verb = session && verbs.find((own) => controlsOfSession(session).includes(own));
  const button = verb && buttonOf(room, sessionId, verb);
  button?.click();
  return button ? 'pressed' : 'no button';
}

/** Where an offer shows no buttons, such as in a bar of icons, it is answered all the same: neither answer has a question. */
function answer(
  workspace: WorkspaceHandle,
  from: HTMLElement,
  room: Room,
  verbs: readonly ('session.accept' | 'session.decline')[],
): boolean {
  const { store } = workspace;
  const sessionId = nextOffer(store.read(selectSessions(store.read(selectRoster).offered)), room.selectedId);
  if (sessionId === undefined) return false;
  for (const type of press(workspace, room, verbs, sessionId) === 'pressed' ? [] : verbs)
    void perform(workspace, from, { type, sessionId });
  return true;
}
