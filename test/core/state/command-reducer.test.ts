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
});
