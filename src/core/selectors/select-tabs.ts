import type { DraftField } from '../state/begun.js';
import type { Selector } from '../store/selector.js';
import { selectCommands } from './select-commands.js';

/** Whether the agent has written or chosen something for a session, in whatever of some fields, that is nowhere else. */
export const selectIsWritten = (
  sessionId: string,
  fields: readonly Exclude<DraftField, 'record'>[],
): Selector<boolean> => {
  const commands = selectCommands(sessionId);
  return {
    topics: [{ slice: 'begun', key: sessionId }, ...commands.topics],
    read(state) {
      const kept = state.begun.get(sessionId) ?? {};
      // Choices that are on their way need nobody.
      const isUnderway = commands.read(state).some(({ status }) => status === 'pending');
      return fields.some((field) => {
        if (field === 'choices') return kept.choices !== undefined && !isUnderway;
        if (field === 'notes') return kept.notes !== undefined;
        if (field === 'attachments') return Boolean(kept.attachments?.length);
        const value = kept[field];
        return (typeof value === 'object' ? value.text : (value ?? '')) !== '';
      });
    },
  };
};

/** The tab of a session that was looked at last, while the session is the one looked at. */
export const selectTab = (sessionId: string): Selector<string | undefined> => ({
  topics: [{ slice: 'selection', key: '' }],
  read: ({ selection }) => (selection?.sessionId === sessionId ? selection.tab : undefined),
});
