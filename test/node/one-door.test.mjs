import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from '../../tools/files.mjs';

/** Only this rule, which needs no types. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: tseslint.configs.disableTypeChecked,
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-syntax',
});

/** What lint says of a text as if it stood in a file of the project. */
async function complaintsAbout(text, filePath) {
  const [{ messages }] = await eslint.lintText(text, { filePath });
  return messages.map(({ message }) => message);
}

const offenders = [
  ['a wish', "this.workspace.store.execute({ type: 'session.end', sessionId });"],
  ['a wish of an alias', "const send = store.execute;\nsend({ type: 'session.end', sessionId });"],
  ['a wish of a part', "const { execute } = store;\nexecute({ type: 'session.end', sessionId });"],
  ['a wish by a name in quotes', "store['execute']({ type: 'session.end', sessionId });"],
  ['a look', 'store?.look(sessionId);'],
  ['a sign-in', 'this.workspace?.store.signIn();'],
  ['a public event', "this.dispatchEvent(new CustomEvent('session-park', { bubbles: true, composed: true }));"],
];

const rooms = [
  'src/components/session-controls/session-controls.ts',
  'src/views/failed-commands.ts',
  'src/effects/context-opener.ts',
  'src/controllers/focus-keeper.ts',
  'src/context/follow-sessions.ts',
];

describe('acts have one door', () => {
  for (const room of rooms)
    it(`which ${room} cannot go round`, async () => {
      for (const [what, text] of offenders)
        assert.match((await complaintsAbout(text, room)).join(), /src\/context\/acts/, what);
    });

  it('which may do all of it', async () => {
    for (const [what, text] of offenders)
      assert.deepEqual(await complaintsAbout(text, 'src/context/acts/acts.ts'), [], what);
  });

  it('which nothing else needs to pass', async () => {
    const harmless = [
      "this.dispatchEvent(new CustomEvent('message-input', { bubbles: true }));",
      'const word = words.signIn;',
      'store.read(selectSession(id));',
    ];
    for (const text of harmless)
      assert.deepEqual(await complaintsAbout(text, 'src/components/session-controls/session-controls.ts'), [], text);
  });
});
