import type { SessionCommand } from '../../core/commands/command.js';
import { impedimentTo } from '../../core/rules/permissions.js';
import { check } from './checks.js';
import type { Asked, Subject } from './contract-case.js';
import { accepted, carryOut } from './contract-case.js';
import { connected } from './recorder.js';

/** What is asked for where its platform does not do it. */
const WISHES: Readonly<Partial<Record<Asked, object>>> = {
  'tags.change': { tags: ['refund'] },
  'codes.choose': { primary: null },
  'presence.change': { presence: 'away' },
};

/** What a platform does not do is refused, changes nothing, and of a session it is said beforehand. */
export async function proveLacking(subject: Subject, asked: Asked): Promise<void> {
  const { recorder } = connected(subject.gateway);
  const isOfOffer = asked === 'session.decline';
  const sessionId = isOfOffer ? await subject.offer('im') : await accepted(subject);
  await subject.settle();
  if (asked !== 'presence.change') {
    const session = recorder.state.sessions.get(sessionId);
    check(
      session !== undefined && impedimentTo(asked, session) !== undefined,
      `What a session cannot do must stand in its \`cannot\`, with the reason: ${asked}.`,
    );
  }
  const stateOf = (): string | undefined => recorder.state.sessions.get(sessionId)?.state;
  const before = stateOf();
  const command = { type: asked, sessionId, commandId: 'lacking', ...WISHES[asked] } as unknown as SessionCommand;
  const reply = await carryOut(subject, command);
  check(!reply.ok && reply.failure === 'not-allowed', `What the platform lacks is refused as not-allowed: ${asked}.`);
  check(
    stateOf() === before && recorder.causedBy('lacking').length === 0,
    `What is refused must change nothing: ${asked}.`,
  );
}
