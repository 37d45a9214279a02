import type { SessionCommand } from '../commands/command.js';
import { waysToLeave } from '../rules/leaving.js';
import type { Leaving, UnfinishedKind } from '../rules/leaving.js';
import { ABOUT_NO_SESSION } from '../state/begun.js';
import type { Selector } from '../store/selector.js';
import { commandsKeyOf } from '../state/command-reducer.js';
import { isBlank } from '../text/blank.js';
import { workspaceOf } from '../state/workspace-reducer.js';
import { ofSession } from './select-session.js';
import { messageWithFiles } from './select-unsent.js';

/** The ways out of a session now, by its state, its kind and what its service's owner has set. */
export const selectWaysToLeave = (sessionId: string): Selector<readonly Leaving[]> => ({
  ...ofSession(sessionId, ({ configuration }, session) =>
    session ? waysToLeave(session, configuration?.services.get(session.serviceId)) : [],
  ),
  isEqual: (some, others) =>
    some.length === others.length &&
    some.every(({ way, consequence }, at) => others[at]?.way === way && others[at].consequence === consequence),
});

/** The sessions that are off the list by their agent's wish, those that there are. */
export const selectHidden: Selector<readonly string[]> = {
  topics: [{ slice: 'begun', key: ABOUT_NO_SESSION }],
  read: ({ begun }) => begun.get(ABOUT_NO_SESSION)?.hidden ?? NONE,
};

const NONE: readonly string[] = [];

/** Something that the agent has begun for a session and not finished. */
export interface Unfinished {
  readonly kind: UnfinishedKind;
  /** What is written, or what the page is called. */
  readonly text?: string;
}

const SENDS: ReadonlySet<SessionCommand['type']> = new Set(['message.send', 'email.reply']);
const CODES: ReadonlySet<SessionCommand['type']> = new Set(['codes.choose', 'tags.change']);

/** Everything that a question before a session is left has to name, what was written first. */
export const selectUnfinished = (sessionId: string): Selector<readonly Unfinished[]> => {
  const commandsKey = commandsKeyOf({ type: 'session.end', commandId: '', sessionId });
  return {
    topics: [
      { slice: 'begun', key: sessionId },
      { slice: 'commands', key: commandsKey },
      { slice: 'sessions', key: sessionId },
      { slice: 'workspace', key: '' },
    ],
    read({ begun, commands, sessions, workspace }) {
      const {
        message = '',
        attachments,
        reply,
        notes,
        choices,
        tag = '',
        unsavedPages = [],
      } = begun.get(sessionId) ?? {};
      const open = (commands.get(commandsKey) ?? []).map(({ command }) => command);
      const { configuration } = workspaceOf(workspace, sessions.get(sessionId)?.source);
      const written = (kind: UnfinishedKind, text: string): readonly Unfinished[] =>
        isBlank(text) ? [] : [{ kind, text }];
      return [
        ...written('message', messageWithFiles(message, attachments)),
        ...written('reply', reply?.text ?? ''),
        ...open.flatMap((command) =>
          SENDS.has(command.type) && 'text' in command
            ? written('sending', messageWithFiles(command.text, 'attachments' in command ? command.attachments : []))
            : [],
        ),
        // On top of something, nothing is a change as well.
        ...(notes === undefined ? [] : [{ kind: 'notes', text: notes.text } as const]),
        ...written('tag', tag),
        ...(choices !== undefined || open.some(({ type }) => CODES.has(type)) ? [{ kind: 'codes' } as const] : []),
        ...unsavedPages.map(
          (id) => ({ kind: 'page', text: configuration?.contextItems.get(id)?.label ?? id }) as const,
        ),
      ];
    },
    isEqual: (some, others) =>
      some.length === others.length &&
      some.every(({ kind, text }, at) => others[at]?.kind === kind && others[at].text === text),
  };
};
