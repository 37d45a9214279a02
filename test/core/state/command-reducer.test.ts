import { expect } from '@open-wc/testing';
import type { SessionCommand } from '../../../src/core/commands/command.js';
import type { CommandFact } from '../../../src/core/state/command-reducer.js';
import { commandReducer } from '../../../src/core/state/command-reducer.js';

const sending = (segmentId: string, commandId: string): SessionCommand => ({
  type: 'message.send',
  sessionId: 'chat-1',
  segmentId,
  text: segmentId,
  commandId,
});
const choosing = (
  codes: { readonly primary?: string | null; readonly secondary?: string | null },
  commandId: string,
): SessionCommand => ({ type: 'codes.choose', sessionId: 'chat-1', ...codes, commandId });
const tagging = (commandId: string): SessionCommand => ({
  type: 'tags.change',
  sessionId: 'chat-1',
  tags: [commandId],
  commandId,
});
const reduce = (...facts: readonly CommandFact[]): readonly string[] =>
  (facts.reduce<ReturnType<typeof commandReducer>>(commandReducer, undefined) ?? []).map(
    ({ command, status }) => `${command.commandId} ${status}`,
  );
const sent = (command: SessionCommand): CommandFact => ({ type: 'command.sent', at: 0, command });
const failed = (command: SessionCommand): CommandFact => ({
  type: 'command.failed',
  at: 0,
  command,
  failure: 'failed',
});

describe('commands of a session', () => {
  it('keep a message that failed when another one is sent', () => {
    const one = sending('one', 'a');
    expect(reduce(sent(one), failed(one), sent(sending('two', 'b')))).to.deep.equal(['a failed', 'b pending']);
  });

  it('forget a message that failed when the same one is sent again', () => {
    const one = sending('one', 'a');
    expect(reduce(sent(one), failed(one), sent(sending('one', 'b')))).to.deep.equal(['b pending']);
  });

  it('keep a primary code that failed when a secondary one is chosen, and the other way round', () => {
    const primary = choosing({ primary: 'card-lost' }, 'a');
    const secondary = choosing({ secondary: 'solved' }, 'b');
    expect(reduce(sent(primary), failed(primary), sent(secondary))).to.deep.equal(['a failed', 'b pending']);
    expect(reduce(sent(secondary), failed(secondary), sent(primary))).to.deep.equal(['b failed', 'a pending']);
    expect(reduce(sent(primary), sent(secondary), failed(primary))).to.deep.equal(['b pending', 'a failed']);
  });

  it('forget a code that failed when the same kind is chosen anew, also where it is taken away', () => {
    for (const kind of ['primary', 'secondary'] as const)
      for (const value of ['card-limit', null]) {
        const one = choosing({ [kind]: 'card-lost' }, 'a');
        const other = choosing({ [kind]: value }, 'b');
        expect(reduce(sent(one), failed(one), sent(other)), kind).to.deep.equal(['b pending']);
      }
  });

  it('forget a choice that fails after a newer one of its kind was made', () => {
    const one = choosing({ primary: 'card-lost' }, 'a');
    const newer = choosing({ primary: 'card-limit' }, 'b');
    expect(reduce(sent(one), sent(newer), failed(one))).to.deep.equal(['b pending']);
    expect(reduce(sent(one), sent(newer), failed(newer))).to.deep.equal(['a pending', 'b failed']);
    const tags = tagging('a');
    expect(reduce(sent(tags), sent(tagging('b')), failed(tags))).to.deep.equal(['b pending']);
  });

  it('keep a choice that fails after one of another kind was made', () => {
    const one = choosing({ primary: 'card-lost' }, 'a');
    expect(reduce(sent(one), sent(tagging('b')), failed(one))).to.deep.equal(['b pending', 'a failed']);
  });

  it('keep the failure of anything that is no choice, whatever was tried since', () => {
    const end = (commandId: string): SessionCommand => ({ type: 'session.end', sessionId: 'chat-1', commandId });
    expect(reduce(sent(end('a')), sent(end('b')), failed(end('a')))).to.deep.equal(['b pending', 'a failed']);
  });

  it('keep what is on its way when the same is asked for again', () => {
    const end = (commandId: string): SessionCommand => ({ type: 'session.end', sessionId: 'chat-1', commandId });
    expect(reduce(sent(end('a')), sent(end('b')))).to.deep.equal(['a pending', 'b pending']);
  });

  it('change nothing for the outcome of one that is not here', () => {
    const here = commandReducer(undefined, sent(tagging('a')));
    for (const type of ['command.succeeded', 'command.dismissed'] as const)
      expect(commandReducer(here, { type, at: 0, command: tagging('b') })).to.equal(here);
    expect(commandReducer(here, failed(tagging('b')))).to.equal(here);
    expect(commandReducer(undefined, failed(tagging('b')))).to.equal(undefined);
  });

  it('are nothing at all once the last has its outcome', () => {
    const last = commandReducer(undefined, sent(tagging('a')));
    for (const type of ['command.succeeded', 'command.dismissed'] as const)
      expect(commandReducer(last, { type, at: 0, command: tagging('a') })).to.equal(undefined);
  });

  it('say when they were sent and failed, why, and in whose words', () => {
    const command = tagging('a');
    const pending = commandReducer(undefined, { type: 'command.sent', at: 5, command });
    expect(pending).to.deep.equal([{ command, status: 'pending', at: 5 }]);
    const fact = { type: 'command.failed', at: 7, command, failure: 'not-allowed' } as const;
    expect(commandReducer(pending, { ...fact, message: 'Not now' })).to.deep.equal([
      { command, status: 'failed', at: 7, failure: 'not-allowed', message: 'Not now' },
    ]);
    expect(commandReducer(pending, fact)).to.deep.equal([{ command, status: 'failed', at: 7, failure: 'not-allowed' }]);
  });
});
