import type { BegunField } from '../state/begun.js';
import type { Selector } from '../store/selector.js';

/** Whether the agent has written something for a session, in whatever of some fields, that is not sent or added. */
export const selectIsWritten = (
  sessionId: string,
  fields: readonly Extract<BegunField, 'message' | 'reply' | 'notes' | 'tag'>[],
): Selector<boolean> => ({
  topics: [{ slice: 'begun', key: sessionId }],
  read({ begun }) {
    const kept = begun.get(sessionId) ?? {};
    return fields.some((field) => {
      const value = kept[field];
      if (field === 'notes') return value !== undefined;
      return (typeof value === 'object' ? value.text : (value ?? '')) !== '';
    });
  },
});

/** The tab of a session that was looked at last, while the session is the one looked at. */
export const selectTab = (sessionId: string): Selector<string | undefined> => ({
  topics: [{ slice: 'selection', key: '' }],
  read: ({ selection }) => (selection?.sessionId === sessionId ? selection.tab : undefined),
});
