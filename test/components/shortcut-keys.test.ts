import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isPressed, readKeys, writesNothing } from '../../src/components/session-shortcuts/key-combination.js';
import type { PressedKey } from '../../src/components/session-shortcuts/key-combination.js';
import { beside, inLine, nextOffer } from '../../src/components/session-shortcuts/next-in-line.js';
import { SHORTCUTS, keysInForce, keysOfControls } from '../../src/components/session-shortcuts/shortcut-table.js';
import type { ShortcutSettings } from '../../src/components/session-shortcuts/shortcut-table.js';
import { sessionShortcuts } from '../../src/localize/en/session-shortcuts.js';

const pressed = (keys: string, key: string, code = '', altGraph = false): PressedKey => ({
  key,
  code,
  ctrlKey: keys.includes('c'),
  altKey: keys.includes('a'),
  shiftKey: keys.includes('s'),
  metaKey: keys.includes('m'),
  getModifierState: (name) => altGraph && name === 'AltGraph',
});

const textsOf = (settings?: ShortcutSettings, isApple = false): Readonly<Record<string, string>> =>
  Object.fromEntries([...keysInForce(settings, isApple)].map(([id, { text }]) => [id, text]));

describe('keys', () => {
  const READ: readonly (readonly [written: string, read: string | undefined])[] = [
    ['Alt+Shift+N', 'Alt+Shift+N'],
    ['Shift + Alt + n', 'Alt+Shift+N'],
    ['Control+?', 'Control+?'],
    ['F8', 'F8'],
    ['Shift+F2', 'Shift+F2'],
    ['Meta+PageDown', 'Meta+PageDown'],
    ['Control+1', 'Control+1'],
    ['Alt+Ф', 'Alt+Ф'],
    ['n', undefined],
    ['Shift+N', undefined],
    ['1', undefined],
    ['Enter', undefined],
    ['Tab', undefined],
    ['Shift+ArrowDown', undefined],
    ['Ctrl+N', undefined],
    ['Alt+', undefined],
    ['Alt', undefined],
    ['Alt+nn', undefined],
    ['', undefined],
  ];
  for (const [written, read] of READ)
    it(`“${written}” is ${read ?? 'refused'}`, () => {
      expect(readKeys(written)?.text).to.equal(read);
    });

  it('are read the same when they are read again', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray(['Control', 'Alt', 'Shift', 'Meta']), (key, modifiers) => {
        const read = readKeys([...modifiers, key].join('+'));
        if (read) expect(readKeys(read.text)).to.deep.equal(read);
      }),
    );
  });

  const PRESSED: readonly (readonly [what: string, keys: string, event: PressedKey, is: boolean, isApple?: boolean])[] =
    [
      ['the letter', 'Alt+Shift+N', pressed('as', 'N', 'KeyN'), true],
      ['the letter elsewhere on the keyboard', 'Alt+Shift+A', pressed('as', 'A', 'KeyQ'), true],
      ['another letter in its place', 'Alt+Shift+Q', pressed('as', 'A', 'KeyQ'), false],
      ['a small letter, with Caps Lock', 'Alt+Shift+N', pressed('as', 'n', 'KeyN'), true],
      ['a Cyrillic letter in its place', 'Alt+Shift+N', pressed('as', 'Т', 'KeyN'), true],
      ['a dead key in its place', 'Alt+Shift+N', pressed('as', 'Dead', 'KeyN'), true],
      ['what Option writes in its place', 'Control+Alt+N', pressed('ca', '˜', 'KeyN'), true, true],
      ['one modifier less', 'Alt+Shift+N', pressed('a', 'n', 'KeyN'), false],
      ['one modifier more', 'Alt+Shift+N', pressed('asc', 'N', 'KeyN'), false],
      ['AltGr', 'Control+Alt+N', pressed('ca', 'n', 'KeyN', true), false],
      ['Option, which some browsers call AltGraph', 'Alt+N', pressed('a', 'n', 'KeyN', true), true, true],
      ['a sign, wherever it is', 'Alt+Shift+?', pressed('as', '?', 'Minus'), true],
      ['a sign that needs no Shift there', 'Alt+Shift+?', pressed('a', '?', 'Slash'), true],
      ['a digit that Shift makes a sign of', 'Alt+Shift+1', pressed('as', '!', 'Digit1'), true],
      ['a digit without Shift', 'Alt+Shift+1', pressed('a', '1', 'Digit1'), false],
      ['a named key', 'Alt+PageDown', pressed('a', 'PageDown', 'PageDown'), true],
      ['the place of another named key', 'F8', pressed('', 'F9', 'F8'), false],
    ];
  for (const [what, keys, event, is, isApple = false] of PRESSED)
    it(`${keys}: ${what} ${is ? 'is it' : 'is not'}`, () => {
      const combination = readKeys(keys);
      expect(combination && isPressed(combination, event, isApple)).to.equal(is);
    });

  const WRITING: readonly (readonly [keys: string, elsewhere: boolean, onApple: boolean])[] = [
    ['Alt+Shift+N', true, false],
    ['Control+Shift+N', true, true],
    ['Control+Alt+N', false, true],
    ['Meta+Alt+N', true, true],
    ['F8', false, false],
    ['Shift+F8', false, false],
  ];
  for (const [keys, elsewhere, onApple] of WRITING)
    it(`${keys} ${elsewhere ? 'writes nothing' : 'may write'}, on Apple’s ${onApple ? 'neither' : 'it may'}`, () => {
      const combination = readKeys(keys);
      expect(combination && writesNothing(combination, false)).to.equal(elsewhere);
      expect(combination && writesNothing(combination, true)).to.equal(onApple);
    });
});

describe('the table of shortcuts', () => {
  for (const isApple of [false, true]) {
    const where = isApple ? 'on Apple’s' : 'elsewhere';
    const keys = [...keysInForce(undefined, isApple)];

    it(`gives every shortcut keys of its own that write nothing, ${where}`, () => {
      expect(keys.map(([id]) => id)).to.deep.equal(Object.keys(SHORTCUTS));
      expect(new Set(keys.map(([, { text }]) => text)).size).to.equal(keys.length);
      expect(keys.filter(([, own]) => !writesNothing(own, isApple))).to.deep.equal([]);
    });

    it(`takes nothing that a browser or a screen reader has, ${where}`, () => {
      // Chrome and Edge: toolbar, bookmarks, feedback, dialogs. VoiceOver: Control with Option. The rest needs Control.
      const theirs = isApple ? /Alt/ : /Control|Meta|^Alt\+Shift\+[ABIT]$/;
      expect(keys.map(([, { text }]) => text).filter((text) => theirs.test(text))).to.deep.equal([]);
    });
  }

  it('has a name for everything in it', () => {
    expect(Object.keys(sessionShortcuts.act)).to.deep.equal(Object.keys(SHORTCUTS));
  });

  it('is what a host changes, takes away and switches off', () => {
    expect(textsOf({ park: 'F8', transfer: null })).to.deep.equal(
      Object.fromEntries(Object.entries({ ...textsOf(), park: 'F8' }).filter(([id]) => id !== 'transfer')),
    );
    expect(textsOf('off')).to.deep.equal({});
  });

  it('gives keys that two would have to the one that the host named', () => {
    const own = textsOf({ home: 'Alt+Shift+N' });
    expect(own['home']).to.equal('Alt+Shift+N');
    expect(own).to.not.have.property('next-session');
  });

  it('refuses keys that cannot be, and leaves the shortcut as it is', () => {
    const refused: unknown[] = [];
    const settings = { park: 'k', end: 7, home: 'Alt+Shift+Z' } as unknown as ShortcutSettings;
    const keys = keysInForce(settings, false, (id, own) => refused.push([id, own]));
    expect(refused).to.deep.equal([
      ['park', 'k'],
      ['end', 7],
    ]);
    expect(keys.get('park')?.text).to.equal('Alt+Shift+K');
    expect(keys.get('home')?.text).to.equal('Alt+Shift+Z');
  });

  it('says on which buttons of a session which keys are', () => {
    expect(keysOfControls(keysInForce({ transfer: null }, false))).to.deep.equal({
      'session.park': 'Alt+Shift+K',
      'session.unpark': 'Alt+Shift+K',
      'session.hold': 'Alt+Shift+M',
      'session.resume': 'Alt+Shift+M',
      leave: 'Alt+Shift+Q',
      'session.end': 'Alt+Shift+E',
      'after-call-work.finish': 'Alt+Shift+E',
    });
  });
});

describe('the order in which keys go through sessions', () => {
  const roster = { offered: ['o'], active: ['a'], parked: ['p', 'q'], history: ['w', 'h', 'i'] };

  it('is that of the list, of the history only what is unfinished', () => {
    expect(inLine(roster, (id) => id === 'w')).to.deep.equal(['o', 'a', 'p', 'q', 'w']);
    expect(inLine(roster, () => false)).to.deep.equal(['o', 'a', 'p', 'q']);
    expect(inLine({ ...roster, history: ['w'] }, () => true)).to.deep.equal(['o', 'a', 'p', 'q', 'w']);
  });

  const BESIDE: readonly (readonly [ids: string, current: string | undefined, by: 1 | -1, to: string | undefined])[] = [
    ['abc', 'a', 1, 'b'],
    ['abc', 'c', 1, 'a'],
    ['abc', 'a', -1, 'c'],
    ['abc', undefined, 1, 'a'],
    ['abc', undefined, -1, 'c'],
    ['abc', 'x', -1, 'c'],
    ['a', 'a', 1, 'a'],
    ['', 'a', 1, undefined],
  ];
  for (const [ids, current, by, to] of BESIDE)
    it(`goes from ${current ?? 'Home'} of “${ids}” by ${String(by)} to ${to ?? 'nowhere'}`, () => {
      expect(beside(ids.split(''), current, by)).to.equal(to);
    });

  it('comes back after as many steps as there are sessions', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.constantFrom(1 as const, -1 as const),
        (ids, by) => {
          const [start] = ids;
          expect(ids.reduce<string | undefined>((at) => beside(ids, at, by), start)).to.equal(start);
        },
      ),
    );
  });

  it('answers the offer that is looked at, else the one that is missed first', () => {
    const offers = [{ id: 'x' }, { id: 'y', offerExpiresAt: 20 }, { id: 'z', offerExpiresAt: 10 }];
    expect(nextOffer(offers, 'x')).to.equal('x');
    expect(nextOffer(offers, 'gone')).to.equal('z');
    expect(nextOffer([{ id: 'x' }, { id: 'y' }], undefined)).to.equal('x');
    expect(nextOffer([], 'x')).to.equal(undefined);
  });
});
