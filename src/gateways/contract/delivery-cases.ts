import type { SessionEvent } from '../../core/events/session-event.js';
import { check, checkSame } from './checks.js';
import type { Case } from './contract-case.js';
import { accepted, carryOut } from './contract-case.js';
import { connected, Recorder, truthOf } from './recorder.js';

const sessionIdOf = (event: SessionEvent): string | undefined =>
  event.type === 'session.snapshot' ? event.session.id : 'sessionId' in event ? event.sessionId : undefined;

/** What is owed to those who listen. */
export const deliveryCases: readonly Case[] = [
  {
    name: 'begins with a workspace.reset, as replay',
    async prove({ gateway, settle }) {
      const { recorder } = connected(gateway);
      await settle();
      const [first] = recorder.batches;
      check(first?.delivery === 'replay', 'The first delivery must be a replay.');
      check(first.events[0]?.type === 'workspace.reset', 'The first fact must be workspace.reset.');
    },
  },
  {
    name: 'says who works here and by which configuration before anything happens live',
    async prove({ gateway, settle }) {
      const { recorder } = connected(gateway);
      await settle();
      const replayed = recorder.batches.filter(({ delivery }) => delivery === 'replay').flatMap(({ events }) => events);
      const types = new Set(replayed.map(({ type }) => type));
      check(recorder.state.workspace.agentId !== undefined, 'workspace.reset must name the agent.');
      check(
        types.has('configuration.loaded') || types.has('configuration.rejected'),
        'The replay must hold the configuration, or say why there is none.',
      );
      const firstLive = recorder.batches.findIndex(({ delivery }) => delivery === 'live');
      const lastReset = recorder.batches.findLastIndex(({ events }) =>
        events.some(({ type }) => type === 'workspace.reset'),
      );
      check(firstLive < 0 || lastReset < firstLive, 'Nothing may happen live before the replay is through.');
    },
  },
  {
    name: 'gives every fact a finite time',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      await accepted(subject);
      for (const { type, at } of recorder.all) check(Number.isFinite(at), `${type} has no finite time.`);
    },
  },
  {
    name: 'tells what happens to a session in the order in which it happens',
    async prove(subject, does) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      const [type, then] = does('session.park')
        ? (['session.park', 'session.parked'] as const)
        : (['session.end', 'session.ended'] as const);
      await carryOut(subject, { type, sessionId, commandId: 'then' });
      const own = recorder.live.filter((event) => sessionIdOf(event) === sessionId);
      own.forEach(({ at, type: told }, index) => {
        check(at >= (own[index - 1]?.at ?? 0), `${told} is older than the fact before it.`);
      });
      const order = ['session.offered', 'session.connected', then] as const;
      const places = order.map((told) => own.findIndex((event) => event.type === told));
      check(!places.includes(-1), `What comes and is left must lead to ${order.join(', ')}.`);
      check(
        places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1)),
        `Wrong order of ${order.join(', ')}.`,
      );
    },
  },
  {
    name: 'introduces every session before the batch ends in which it speaks of it',
    async prove(subject) {
      const recorder = new Recorder(subject.gateway.sources);
      const strangers: string[] = [];
      subject.gateway.connect({
        facts(events, delivery, source) {
          const before = new Set(recorder.state.sessions.keys());
          recorder.facts(events, delivery, source);
          for (const event of events) {
            const id = sessionIdOf(event);
            if (id !== undefined && !before.has(id) && !recorder.state.sessions.has(id))
              strangers.push(`${event.type} ${id}`);
          }
        },
        pending: () => undefined,
        rejected: () => undefined,
      });
      const sessionId = await accepted(subject);
      await carryOut(subject, { type: 'session.end', sessionId, commandId: 'end' });
      check(strangers.length === 0, `Facts about unknown sessions: ${strangers.join(', ')}.`);
    },
  },
  {
    name: 'says nothing that the core cannot use',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      const sessionId = await accepted(subject);
      await carryOut(subject, { type: 'session.end', sessionId, commandId: 'end' });
      check(recorder.unusable.length === 0, `Unusable facts: ${recorder.unusable.join(', ')}.`);
      check(recorder.rejections.length === 0, `Rejected input: ${recorder.rejections.join(', ')}.`);
    },
  },
  {
    name: 'tells two receivers the same',
    async prove(subject) {
      const { recorder: one } = connected(subject.gateway);
      const { recorder: other } = connected(subject.gateway);
      await accepted(subject);
      checkSame(truthOf(one), truthOf(other), 'Two receivers connected at the same time must know the same.');
    },
  },
  {
    name: 'catches a late receiver up to what live facts have led to',
    async prove(subject, does) {
      const { recorder: early } = connected(subject.gateway);
      const chat = await accepted(subject);
      if (does('tags.change'))
        await carryOut(subject, { type: 'tags.change', sessionId: chat, tags: ['one', 'two'], commandId: 'tags' });
      if (does('session.park')) await carryOut(subject, { type: 'session.park', sessionId: chat, commandId: 'park' });
      await accepted(subject, 'audio-video');
      const { recorder: late } = connected(subject.gateway);
      await subject.settle();
      checkSame(truthOf(early), truthOf(late), 'Snapshots must say what the live facts have led to.');
    },
  },
  {
    name: 'does not tell as live again what it has caught up on',
    async prove(subject) {
      const first = connected(subject.gateway);
      const sessionId = await accepted(subject);
      first.disconnect();
      const { recorder } = connected(subject.gateway);
      check(
        recorder.batches.every(({ delivery }) => delivery === 'replay'),
        'Connecting must not deliver live facts.',
      );
      await subject.settle();
      const again = recorder.live.filter(
        (event) =>
          sessionIdOf(event) === sessionId &&
          ['session.offered', 'session.accepted', 'session.connected'].includes(event.type),
      );
      check(again.length === 0, 'What happened before the connection must not come as live.');
    },
  },
  {
    name: 'delivers nothing after the end of a connection',
    async prove(subject) {
      const ended = connected(subject.gateway);
      ended.disconnect();
      const batches = ended.recorder.batches.length;
      await accepted(subject);
      check(ended.recorder.batches.length === batches, 'A receiver that has gone must not be called again.');
    },
  },
  {
    name: 'goes on for others when one connection ends, and takes a second ending in its stride',
    async prove(subject) {
      const gone = connected(subject.gateway);
      const { recorder } = connected(subject.gateway);
      gone.disconnect();
      gone.disconnect();
      const sessionId = await accepted(subject);
      check(recorder.state.sessions.get(sessionId)?.state === 'active', 'The other receiver must hear of the session.');
    },
  },
  {
    name: 'does not call a receiver that another one has just disconnected',
    async prove(subject) {
      // Each ends the other, as a gateway with a stream for each receiver may call either of them first.
      const receivers = [0, 1].map(() => ({
        recorder: new Recorder(subject.gateway.sources),
        end: (): void => undefined,
      }));
      for (const own of receivers)
        own.end = subject.gateway.connect({
          facts(events, delivery, source) {
            own.recorder.facts(events, delivery, source);
            if (delivery === 'live') for (const other of receivers) if (other !== own) other.end();
          },
          pending: () => undefined,
          rejected: () => undefined,
        });
      await accepted(subject);
      const called = receivers.filter(({ recorder }) => recorder.live.length > 0);
      check(called.length > 0, 'The receiver that is still there must hear of the session.');
      check(called.length === 1, 'A receiver that has gone must not be called again.');
    },
  },
  {
    name: 'bears a receiver that leaves in the middle of a delivery',
    async prove(subject) {
      const recorder = new Recorder(subject.gateway.sources);
      const connection: { end?: () => void } = {};
      connection.end = subject.gateway.connect({
        facts(events, delivery, source) {
          recorder.facts(events, delivery, source);
          if (delivery === 'live') connection.end?.();
        },
        pending: () => undefined,
        rejected: () => undefined,
      });
      await accepted(subject);
      check(
        recorder.batches.filter(({ delivery }) => delivery === 'live').length === 1,
        'It left after one live delivery.',
      );
    },
  },
];
