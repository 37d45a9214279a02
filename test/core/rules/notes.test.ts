import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { SessionNotes } from '../../../src/core/model/session-notes.js';
import { afterReply, notesStand, withText } from '../../../src/core/rules/notes.js';
import type { NotesStand } from '../../../src/core/rules/notes.js';
import type { NotesDraft } from '../../../src/core/model/session-notes.js';

const saved = (version: number, text: string): SessionNotes => ({ version, text });
const draft = (version: number, text: string, sent?: string): NotesDraft => ({
  version,
  text,
  ...(sent === undefined ? {} : { sent }),
});

describe('what is written of notes, beside what is saved', () => {
  const table: readonly (readonly [string, SessionNotes, NotesDraft | undefined, NotesStand])[] = [
    ['nothing is written', saved(2, 'a'), undefined, stand('a', 2)],
    ['the same is written', saved(2, 'a'), draft(2, 'a'), stand('a', 2)],
    ['something else is written', saved(2, 'a'), draft(2, 'b'), stand('b', 2, 'unsaved')],
    ['all is taken away', saved(2, 'a'), draft(2, ''), stand('', 2, 'unsaved')],
    ['it is on its way', saved(2, 'a'), draft(2, 'b', 'b'), stand('b', 2, 'unsaved')],
    ['it was taken, and its fact is yet to come', saved(2, 'a'), draft(3, 'b', 'b'), stand('b', 3)],
    ['it was taken, and the fact has come', saved(3, 'b'), draft(3, 'b', 'b'), stand('b', 3)],
    ['the fact has come before the reply', saved(3, 'b'), draft(2, 'b', 'b'), stand('b', 3)],
    ['the same, and more is written', saved(3, 'b'), draft(2, 'bc', 'b'), stand('bc', 3, 'unsaved')],
    [
      'back to what is saved, while something else is on its way',
      saved(2, 'a'),
      draft(2, 'a', 'b'),
      stand('a', 2, 'unsaved'),
    ],
    ['the same, and that was taken', saved(2, 'a'), draft(3, 'a', 'b'), stand('a', 3, 'unsaved')],
    ['somebody else has saved', saved(3, 'c'), draft(2, 'b'), stand('b', 2, 'unsaved', 'overtaken')],
    ['somebody else was quicker', saved(3, 'c'), draft(2, 'b', 'b'), stand('b', 2, 'unsaved', 'overtaken')],
    ['somebody else has saved after that', saved(4, 'c'), draft(2, 'b', 'b'), stand('b', 2, 'unsaved', 'overtaken')],
    ['somebody else has saved the same', saved(5, 'b'), draft(2, 'b'), stand('b', 5)],
  ];
  for (const [what, notes, written, expected] of table)
    it(what, () => {
      expect(notesStand(notes, written)).to.deep.equal(expected);
    });

  function stand(text: string, version: number, ...is: readonly ('unsaved' | 'overtaken')[]): NotesStand {
    return { text, version, isUnsaved: is.includes('unsaved'), isOvertaken: is.includes('overtaken') };
  }

  it('a reply is about what was sent, and about nothing that was begun since', () => {
    const sent = draft(2, 'b', 'b');
    expect(afterReply(draft(2, 'bc', 'b'), sent, true, 2)).to.deep.equal(draft(3, 'bc', 'b'));
    expect(afterReply(draft(2, 'bc', 'b'), sent, false, 2)).to.deep.equal(draft(2, 'bc', 'b'));
    for (const other of [undefined, draft(3, 'b', 'b'), draft(2, 'c', 'c')])
      expect(afterReply(other, sent, true, 2)).to.equal(other);
  });

  it('goes on from what is there, where a backend was set back', () => {
    const sent = draft(7, 'b', 'b');
    const left = afterReply(sent, sent, false, 4)!;
    expect(notesStand(saved(4, 'a'), left)).to.deep.equal(stand('b', 4, 'unsaved'));
  });

  it('is never lost or saved over somebody else’s, in whatever order saves, replies and facts come', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), text: fc.string({ maxLength: 2 }) }),
      fc.record({ do: fc.constantFrom('save' as const, 'reply' as const, 'fact' as const, 'other' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        // What the backend has, and what of it has been told.
        let truth = saved(0, '');
        let known = truth;
        let written: NotesDraft | undefined;
        let underway: { readonly sent: NotesDraft; readonly isTaken: boolean } | undefined;
        let typed = '';
        for (const each of steps) {
          const now = notesStand(known, written);
          if (each.do === 'write' && !now.isOvertaken) {
            typed = each.text;
            written = withText(known, written, typed);
          } else if (each.do === 'save' && now.isUnsaved && !now.isOvertaken && !underway) {
            const sent = { text: now.text, version: now.version, sent: now.text };
            written = sent;
            const isTaken = sent.version === truth.version;
            if (isTaken) truth = saved(truth.version + 1, sent.text);
            underway = { sent, isTaken };
          } else if (each.do === 'reply' && underway) {
            written = afterReply(written, underway.sent, underway.isTaken, known.version);
            underway = undefined;
          } else if (each.do === 'fact') known = truth;
          else if (each.do === 'other') truth = saved(truth.version + 1, `other ${String(truth.version)}`);
          const after = notesStand(known, written);
          if (written) expect(after.text).to.equal(typed);
          // As the widget does.
          if (written && !after.isUnsaved && known.version >= written.version) {
            expect(known.text, 'what is let go of is saved').to.equal(typed);
            written = undefined;
          }
          if (!written) typed = known.text;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
