import type { SessionCommand } from '../../core/commands/command.js';
import { isOver } from '../../core/rules/session-phase.js';
import { unreadAfter } from '../../core/rules/unread.js';
import { check, checkOk, checkSame } from './checks.js';
import type { Case } from './contract-case.js';
import { accepted, carryOut } from './contract-case.js';
import { connected, truthOf } from './recorder.js';

/** What is owed to those who ask for something. */
export const commandCases: readonly Case[] = [
  {
    name: 'accepting leads to a session in conversation',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await subject.offer('im');
      await subject.settle();
      const reply = await carryOut(subject, { type: 'session.accept', sessionId, commandId: 'accept' });
      checkOk(reply, 'An offer can be accepted.');
      check(recorder.state.sessions.get(sessionId)?.state === 'active', 'An accepted session must become active.');
      check(recorder.causedBy('accept').length > 0, 'The facts that follow a command must name it (causedBy).');
    },
  },
  {
    name: 'declining ends an offer',
    needs: 'session.decline',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await subject.offer('im');
      await subject.settle();
      await carryOut(subject, { type: 'session.decline', sessionId, commandId: 'decline' });
      check(recorder.state.sessions.get(sessionId)?.offerOutcome === 'declined', 'The outcome must be declined.');
      check(recorder.causedBy('decline').length > 0, 'session.declined must name its command.');
    },
  },
  {
    name: 'parking and unparking go there and back',
    needs: 'session.park',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      await carryOut(subject, { type: 'session.park', sessionId, commandId: 'park' });
      check(recorder.state.sessions.get(sessionId)?.state === 'parked', 'A parked session must be parked.');
      await carryOut(subject, { type: 'session.unpark', sessionId, commandId: 'unpark' });
      check(recorder.state.sessions.get(sessionId)?.state === 'active', 'An unparked session must be active.');
      for (const commandId of ['park', 'unpark']) {
        check(recorder.causedBy(commandId).length > 0, `The facts of ${commandId} must name their command.`);
      }
    },
  },
  {
    name: 'ending leads to session.ended',
    needs: 'session.end',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      await carryOut(subject, { type: 'session.end', sessionId, commandId: 'end' });
      check(
        recorder.causedBy('end').some(({ type }) => type === 'session.ended'),
        'session.ended must name its command.',
      );
      const state = recorder.state.sessions.get(sessionId)?.state;
      check(state !== undefined && isOver(state), 'The session must be over.');
    },
  },
  {
    name: 'a release takes the session away, or is refused and leaves it as it was',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      const before = recorder.state.sessions.get(sessionId)?.state;
      const reply = await carryOut(subject, { type: 'session.release', sessionId, commandId: 'release' });
      const after = recorder.state.sessions.get(sessionId)?.state;
      if (!reply.ok) check(after === before, 'A release that is refused must change nothing.');
      else {
        check(after === undefined, 'A released session must be removed: it is not this agent’s any more.');
        check(recorder.causedBy('release').length > 0, 'session.removed must name its command.');
      }
    },
  },
  {
    name: 'tags come back as a fact',
    needs: 'tags.change',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      await carryOut(subject, { type: 'tags.change', sessionId, tags: ['refund'], commandId: 'tags' });
      check(
        recorder.state.sessions.get(sessionId)?.tags.join() === 'refund',
        'The tags must be those that were given.',
      );
    },
  },
  {
    name: 'cleared codes come back as a fact',
    needs: 'codes.choose',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      const reply = await carryOut(subject, { type: 'codes.choose', sessionId, primary: null, commandId: 'codes' });
      check(reply.ok && recorder.state.sessions.get(sessionId)?.primaryCode === undefined, 'Null clears a code.');
    },
  },
  {
    name: 'notes come back as a fact, one version on, and are not saved over newer ones',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      const notes = recorder.state.sessions.get(sessionId)?.notes;
      // Nobody has to keep any.
      if (!notes) return;
      const { version } = notes;
      const save = { type: 'notes.save', sessionId, text: '**Calls** back', version } as const;
      const reply = await carryOut(subject, { ...save, commandId: 'notes' });
      check(
        reply.ok && recorder.state.sessions.get(sessionId)?.notes?.text === save.text,
        'The notes must be those that were given.',
      );
      check(
        recorder.state.sessions.get(sessionId)?.notes?.version === version + 1,
        'A save makes the version one greater.',
      );
      check(recorder.causedBy('notes').length > 0, 'notes.changed must name its command.');
      const late = await carryOut(subject, { ...save, text: 'Late', commandId: 'late' });
      check(!late.ok, 'Notes that were written on top of an older version are not saved.');
      check(recorder.state.sessions.get(sessionId)?.notes?.text === save.text, 'What is saved must stay.');
    },
  },
  {
    name: 'what was read comes back as a fact, and is read for a receiver that comes later',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      await carryOut(subject, {
        type: 'message.send',
        sessionId,
        segmentId: 'own',
        text: 'Good morning',
        commandId: 'send',
      });
      const segments = [...(recorder.state.transcripts.get(sessionId) ?? [])];
      const { id: segmentId = 'own' } = segments.findLast(({ isFinal }) => isFinal) ?? {};
      const command = { type: 'messages.mark-read', sessionId, segmentId, commandId: 'read' } as const;
      const reply = await carryOut(subject, command);
      const facts = recorder.causedBy('read');
      // A backend may keep no count: then each page knows for itself what was read.
      if (!reply.ok) {
        check(facts.length === 0, 'A refused command must lead to no fact.');
        return;
      }
      check(
        facts.every(({ type }) => type === 'messages.read'),
        'Reading must lead to messages.read and nothing else.',
      );
      const { recorder: late } = connected(subject.gateway);
      await subject.settle();
      for (const { state } of [recorder, late]) {
        const { unread = 0 } = state.sessions.get(sessionId) ?? {};
        check(
          unread === unreadAfter(state.transcripts.get(sessionId) ?? [], segmentId),
          'What was read must not count as unread.',
        );
      }
    },
  },
  {
    name: 'a change of presence comes back as a fact about the agent',
    needs: 'presence.change',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      await carryOut(subject, { type: 'presence.change', presence: 'away', commandId: 'presence' });
      const agent = recorder.state.users.get(recorder.state.workspace.agentId ?? '');
      check(agent?.presence?.presence === 'away', 'The presence of the agent must be the one that was asked for.');
    },
  },
  {
    name: 'how a presence came about is the same for who connects later',
    async prove(subject, does) {
      const { recorder } = connected(subject.gateway);
      // Where a service takes out who declines, that is a presence with all there is to it; elsewhere it stays as it was.
      const sessionId = await subject.offer('im');
      await subject.settle();
      if (does('session.decline'))
        await carryOut(subject, { type: 'session.decline', sessionId, commandId: 'decline' });
      const { recorder: late } = connected(subject.gateway);
      await subject.settle();
      const presenceIn = ({ state }: typeof recorder): string => {
        const { presence } = state.users.get(state.workspace.agentId ?? '') ?? {};
        return JSON.stringify(Object.entries(presence ?? {}).sort());
      };
      checkSame(presenceIn(recorder), presenceIn(late), 'A presence must be told later as it was when it changed.');
    },
  },
  {
    name: 'an unknown session is refused as unknown-session',
    async prove(subject) {
      connected(subject.gateway);
      const reply = await carryOut(subject, { type: 'session.end', sessionId: 'nobody', commandId: 'nobody' });
      check(!reply.ok && reply.failure === 'unknown-session', 'The reply must be unknown-session.');
    },
  },
  {
    name: 'what the state of a session forbids is refused and changes nothing',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await subject.offer('im');
      await subject.settle();
      const before = recorder.state.sessions.get(sessionId)?.state;
      const reply = await carryOut(subject, { type: 'session.unpark', sessionId, commandId: 'unpark' });
      check(!reply.ok, 'An offer cannot be unparked.');
      check(recorder.causedBy('unpark').length === 0, 'A refused command must lead to no fact.');
      const after = recorder.state.sessions.get(sessionId)?.state;
      check(after === before, 'A refused command must change nothing.');
    },
  },
  {
    name: 'a command that comes twice is carried out once and answered alike',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await subject.offer('im');
      await subject.settle();
      const command: SessionCommand = { type: 'session.accept', sessionId, commandId: 'once' };
      const [one, other] = await Promise.all([
        subject.gateway.execute(command),
        subject.gateway.execute({ ...command }),
        subject.settle(),
      ]);
      const third = await carryOut(subject, command);
      check(one.ok && other.ok && third.ok, 'A repeated command must be answered like the first.');
      const count = recorder.causedBy('once').filter(({ type }) => type === 'session.connected').length;
      check(count === 1, `A repeated command must be carried out once, not ${String(count)} times.`);
    },
  },
  {
    name: 'a reply never rejects, whatever is asked for',
    async prove(subject) {
      connected(subject.gateway);
      const nonsense: readonly unknown[] = [
        { type: 'session.teleport', sessionId: 'nobody', commandId: 'n1' },
        { type: 'presence.change', presence: 'on-the-moon', commandId: 'n2' },
        { type: 'tags.change', sessionId: 'nobody', tags: null, commandId: 'n3' },
      ];
      for (const command of nonsense) {
        const reply = await carryOut(subject, command as SessionCommand).catch(() => undefined);
        check(reply !== undefined, `execute must not reject: ${JSON.stringify(command)}`);
      }
    },
  },
  {
    name: 'a receiver that answers a fact with a command does not disturb the others',
    async prove(subject) {
      const { gateway } = subject;
      const { recorder: before } = connected(gateway);
      gateway.connect({
        facts(events, delivery) {
          for (const event of events) {
            if (delivery === 'live' && event.type === 'session.offered') {
              const { sessionId } = event;
              gateway.execute({ type: 'session.accept', sessionId, commandId: 'at once' }).catch(() => undefined);
            }
          }
        },
        pending: () => undefined,
        rejected: () => undefined,
      });
      const { recorder: after } = connected(gateway);
      const sessionId = await subject.offer('im');
      await subject.settle();
      check(after.state.sessions.get(sessionId)?.state === 'active', 'The command must be carried out.');
      const typesOf = (events: typeof after.live): string => events.map(({ type }) => type).join();
      checkSame(typesOf(before.live), typesOf(after.live), 'Everybody must hear the facts in the same order.');
      checkSame(truthOf(before), truthOf(after), 'Everybody must know the same.');
    },
  },
];
