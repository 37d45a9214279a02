import { expect } from '@open-wc/testing';
import type { WorkspaceSnapshot } from '../../../src/core/wire/contract.js';
import { Client, tagging } from '../../support/http-client.js';
import { ScriptedBackend, answerOf } from '../../support/scripted-backend.js';
import type { Asked } from '../../support/scripted-backend.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('a backend that was written by the documents alone', () => {
  let backend: ScriptedBackend;
  let client: Client;

  beforeEach(() => {
    backend = new ScriptedBackend();
  });
  afterEach(() => {
    client.disconnect();
  });

  const answering = (route: Asked['route'], status: number, body: unknown): void => {
    backend.script = (asked) =>
      Promise.resolve(asked.route === route ? answerOf(status, JSON.stringify(body), JSON_TYPE) : undefined);
  };

  /** Its snapshot, with something else in it. */
  const snapshotWith = (about: object, state: Partial<Record<keyof WorkspaceSnapshot, unknown>> = {}): unknown => ({
    ...backend.snapshot(),
    state: { ...backend.snapshot().state, ...state },
    ...about,
  });

  /** It goes on as if nothing were wrong. */
  const goesOn = async (): Promise<void> => {
    await client.live$();
    backend.happen(['on']);
    await client.until('the tag', () => client.tags.join() === 'on');
  };

  describe('answers to commands', () => {
    const others: readonly [string, unknown][] = [
      ['a member of another name', { success: true }],
      ['a text for a truth value', { v: 1, ok: 'true' }],
      ['nothing in it', {}],
      ['a list', []],
      ['a text', 'ok'],
    ];
    for (const [what, body] of others)
      it(`says once that an answer grants nothing: ${what}`, async () => {
        answering('commands', 200, body);
        client = new Client(backend);
        await client.live$();
        expect(await client.gateway.execute(tagging('c1', 'a'))).to.deep.equal({ ok: false, failure: 'failed' });
        await client.gateway.execute(tagging('c2', 'b'));
        expect(client.rejections).to.have.length(1);
        expect(client.rejections[0]).to.match(/^commands: .*\/api\/commands /);
        expect(client.rejections[0]).to.include('without "ok": true').and.to.include('{"v":1,"ok":true}');
        await goesOn();
      });

    it('takes a refusal by its own words that came as 200, and says how refusals are written', async () => {
      answering('commands', 200, { v: 1, ok: false, failure: 'not-allowed', detail: 'Closed on Sundays' });
      client = new Client(backend);
      await client.live$();
      expect(await client.gateway.execute(tagging('c1', 'a'))).to.deep.equal({
        ok: false,
        failure: 'not-allowed',
        message: 'Closed on Sundays',
      });
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('409');
    });

    it('says why a command is asked again and again: its refusal names no failure', async () => {
      answering('commands', 409, { error: 'no' });
      client = new Client(backend);
      await client.live$();
      const reply = client.gateway.execute(tagging('c1', 'a'));
      await client.until('asked five times', () => backend.count('commands') >= 5);
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('409').and.to.include('"failure"').and.to.include('under way');
      backend.script = () => Promise.resolve(undefined);
      expect(await reply).to.deep.equal({ ok: true });
    });

    for (const [status, body] of [
      [400, '{"detail":"Bad Request"}'],
      [405, ''],
      [422, '{"detail":[{"loc":["body","tags"]}]}'],
    ] as const)
      it(`says how to refuse where the agent is not told why: ${String(status)} in words of its own`, async () => {
        backend.script = ({ route }) =>
          Promise.resolve(route === 'commands' ? answerOf(status, body, JSON_TYPE) : undefined);
        client = new Client(backend);
        await client.live$();
        for (const key of ['c1', 'c2'])
          expect(await client.gateway.execute(tagging(key, 'a'))).to.deep.equal({ ok: false, failure: 'failed' });
        expect(client.rejections).to.have.length(1);
        expect(client.rejections[0]).to.include(`/api/commands answered ${String(status)} without a "failure"`);
        expect(client.rejections[0]).to.include('409').and.to.include('"not-allowed"');
        await goesOn();
      });

    it('says nothing of a refusal in the words of the contract', async () => {
      answering('commands', 404, { type: 'urn:my-sessions:problem:unknown-session', failure: 'unknown-session' });
      client = new Client(backend);
      await client.live$();
      await client.gateway.execute(tagging('c1', 'a'));
      answering('commands', 400, { type: 'urn:my-sessions:problem:malformed', title: 'tags' });
      await client.gateway.execute(tagging('c2', 'a'));
      expect(client.rejections).to.deep.equal([]);
    });

    for (const [what, type] of [
      ['a backend', 'application/json'],
      ['a firewall that takes offence at a text', 'text/html'],
    ] as const)
      it(`takes the 403 of ${what} for the word on the wish where a snapshot says that its agent is signed in`, async () => {
        backend.script = ({ route }) =>
          Promise.resolve(route === 'commands' ? answerOf(403, '{}', { 'Content-Type': type }) : undefined);
        client = new Client(backend);
        await client.live$();
        expect(await client.gateway.execute(tagging('c1', 'a'))).to.deep.equal({ ok: false, failure: 'not-allowed' });
        expect([backend.count('commands'), backend.count('snapshot')]).to.deep.equal([2, 2]);
        expect(client.rejections).to.have.length(1);
        expect(client.rejections[0]).to.include('/api/commands answered 403').and.to.include('409');
        expect(client.statuses).to.not.include('signed-out');
        await goesOn();
      });

    it('carries out what was refused while another agent was signed in, once its own is again', async () => {
      client = new Client(backend);
      await client.live$();
      backend.script = () =>
        Promise.resolve(
          answerOf(403, '{"type":"urn:my-sessions:problem:not-an-agent"}', {
            'Content-Type': 'application/problem+json',
          }),
        );
      const reply = client.gateway.execute(tagging('c1', 'a'));
      await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
      expect(client.reasons.at(-1)).to.equal('not-an-agent');
      expect(backend.carriedOut).to.deep.equal([]);
      backend.script = () => Promise.resolve(undefined);
      client.gateway.signIn();
      expect(await reply).to.deep.equal({ ok: true });
      await client.until('the tag', () => client.tags.join() === 'a');
      expect(backend.carriedOut).to.deep.equal(['c1']);
    });

    it('gives up what another agent asked for, and begins anew as the one who is signed in', async () => {
      client = new Client(backend);
      await client.live$();
      backend.agentId = 'jonas';
      backend.script = ({ url }) =>
        Promise.resolve(
          url.includes('agent=ana')
            ? answerOf(403, '{"type":"urn:my-sessions:problem:foreign-agent"}', {
                'Content-Type': 'application/problem+json',
              })
            : undefined,
        );
      expect(await client.gateway.execute(tagging('c1', 'a'))).to.deep.equal({ ok: false, failure: 'unreachable' });
      await client.live$();
      expect(client.state.workspace.agentId).to.equal('jonas');
      expect(backend.carriedOut).to.deep.equal([]);
      expect(client.statuses).to.not.include('signed-out');
      expect(client.rejections).to.deep.equal([]);
    });

    it('says nothing of one that is under way for a moment', async () => {
      const answers = [answerOf(409, '{}', JSON_TYPE)];
      backend.script = ({ route }) => Promise.resolve(route === 'commands' ? answers.pop() : undefined);
      client = new Client(backend);
      await client.live$();
      expect(await client.gateway.execute(tagging('c1', 'a'))).to.deep.equal({ ok: true });
      expect(client.rejections).to.deep.equal([]);
    });
  });

  describe('snapshots', () => {
    it('shows that there is no configuration, and says so, when none was sent', async () => {
      for (const configuration of [undefined, null]) {
        answering('snapshot', 200, snapshotWith({}, { configuration }));
        client = new Client(backend);
        await client.live$();
        expect(client.state.workspace.configurationProblems).to.have.length(1);
        expect(client.rejections).to.have.length(1);
        expect(client.rejections[0]).to.include('state.configuration: Missing');
        await goesOn();
        client.disconnect();
      }
    });

    it('says nothing of its own where the backend says what is wrong with the configuration', async () => {
      const problem = { path: 'services', expected: 'Array', found: '"none"' };
      answering('snapshot', 200, snapshotWith({}, { configuration: undefined, configurationProblems: [problem] }));
      client = new Client(backend);
      await client.live$();
      expect(client.state.workspace.configurationProblems).to.deep.equal([problem]);
      expect(client.rejections).to.deep.equal([]);
    });

    it('says once why one cannot be read, however often it comes, and anew when it is another reason', async () => {
      answering('snapshot', 200, { v: 1 });
      client = new Client(backend, { timings: { firstRetryMs: 1, mostRetryMs: 2 } });
      await client.until('six tries', () => backend.count('snapshot') >= 6);
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('snapshot: epoch: Missing').and.to.include('asked again');
      answering('snapshot', 200, snapshotWith({ seq: '0' }));
      await client.until('another reason', () => client.rejections.length === 2);
      expect(client.rejections[1]).to.include('snapshot: seq: Expected number');
      backend.script = () => Promise.resolve(undefined);
      await goesOn();
    });

    it('says that an id stands in it twice', async () => {
      const [session] = backend.snapshot().state.sessions;
      answering('snapshot', 200, snapshotWith({}, { sessions: [session, { ...session, id: 's2' }, session] }));
      client = new Client(backend);
      await client.live$();
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('state.sessions[2].id').and.to.include('twice');
      expect([...client.state.sessions.keys()]).to.deep.equal(['s', 's2']);
      await goesOn();
    });

    it('says that whoever is signed in may not have one, to whoever builds the page, to the agent and to the host', async () => {
      answering('snapshot', 403, { type: 'urn:my-sessions:problem:not-an-agent' });
      const told: unknown[] = [];
      client = new Client(backend, { onSignedOut: (reason) => told.push(reason) });
      await client.until('signed out', () => client.statuses.at(-1) === 'signed-out');
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('/api/snapshot answered 403').and.to.include('no agent');
      expect(client.reasons).to.deep.equal(['not-an-agent']);
      await client.until('the host is told', () => told.length > 0);
      expect(told).to.deep.equal(['not-an-agent']);
    });

    it('says why anew where nobody is signed in any more, and no why once an agent is', async () => {
      answering('snapshot', 403, { type: 'urn:my-sessions:problem:not-an-agent' });
      client = new Client(backend);
      await client.until('no agent', () => client.reasons.length === 1);
      answering('snapshot', 401, {});
      client.gateway.signIn();
      await client.until('nobody', () => client.reasons.length === 2);
      backend.script = () => Promise.resolve(undefined);
      client.gateway.signIn();
      await client.live$();
      expect(client.reasons.slice(0, 3)).to.deep.equal(['not-an-agent', undefined, undefined]);
      expect(client.statuses.slice(0, 3)).to.deep.equal(['signed-out', 'signed-out', 'live']);
    });
  });

  it('says once that pages of history have another shape, and again after a good one', async () => {
    answering('history', 200, [{ id: 's1' }]);
    client = new Client(backend);
    await client.live$();
    const older = (): Promise<unknown> => client.gateway.older().catch(() => 'failed');
    expect([await older(), await older()]).to.deep.equal(['failed', 'failed']);
    expect(client.rejections).to.have.length(1);
    expect(client.rejections[0]).to.include('/api/history answered in another shape').and.to.include('object');
    backend.script = () => Promise.resolve(undefined);
    expect(await older()).to.equal(false);
    answering('history', 200, { v: 1, sessions: null });
    expect(await older()).to.equal('failed');
    expect(client.rejections).to.have.length(2);
    await goesOn();
  });

  it('says once what is wrong with all that it tells', async () => {
    client = new Client(backend);
    await client.live$();
    for (let count = 0; count < 3; count += 1) {
      backend.send({ v: 1, epoch: backend.epoch, seq: '1', prev: 0, ts: Date.now(), type: 'tags.changed', data: {} });
      backend.send({ v: '1', epoch: backend.epoch, head: 0, ts: Date.now() }, 'heartbeat');
    }
    await goesOn();
    expect(client.rejections).to.have.length(2);
    expect(client.rejections[0]).to.include('event: seq: Expected number');
    expect(client.rejections[1]).to.include('heartbeat: v: Expected 1');
  });

  it('says once that its stream is refused to whoever is given snapshots, and asks no faster for it', async () => {
    answering('events', 403, { message: 'Forbidden' });
    client = new Client(backend);
    await client.until('five streams', () => backend.count('events') >= 5);
    expect(client.rejections).to.have.length(1);
    expect(client.rejections[0]).to.include('/api/events answered 403').and.to.include('credentials');
    backend.script = () => Promise.resolve(undefined);
    await goesOn();
  });

  it('says how a text is sent of which half came', async () => {
    backend.script = ({ route }) =>
      Promise.resolve(route === 'snapshot' ? answerOf(200, '{"v":1,"epo', JSON_TYPE) : undefined);
    client = new Client(backend);
    await client.until('said', () => client.rejections.length > 0);
    expect(client.rejections[0]).to.include('/api/snapshot answered with half').and.to.include('bytes');
    backend.script = () => Promise.resolve(undefined);
    await goesOn();
  });

  it('says once that it ends its streams as soon as they are open', async () => {
    const beat = `event: heartbeat\ndata: ${JSON.stringify({ v: 1, epoch: 'a', head: 0, ts: Date.now() })}\n\n`;
    backend.script = ({ route }) =>
      Promise.resolve(route === 'events' ? answerOf(200, beat, { 'Content-Type': 'text/event-stream' }) : undefined);
    client = new Client(backend, { timings: { firstRetryMs: 1, mostRetryMs: 2, stableMs: 60_000 } });
    await client.until('eight streams', () => backend.count('events') >= 8);
    expect(client.rejections).to.have.length(1);
    expect(client.rejections[0]).to.include('/api/events has ended three streams').and.to.include('keep a stream open');
    expect(backend.count('snapshot')).to.equal(1);
    backend.script = () => Promise.resolve(undefined);
    await goesOn();
  });

  describe('times', () => {
    const seconds = Math.floor(Date.now() / 1000);

    it('says that the time of a snapshot is in seconds, and goes by its own clock', async () => {
      answering('snapshot', 200, snapshotWith({ serverTime: seconds }));
      client = new Client(backend);
      await client.live$();
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('snapshot: serverTime').and.to.include('milliseconds');
      expect(client.gateway.clock.now()).to.be.above(seconds * 500);
      await goesOn();
    });

    it('says of which session the time is', async () => {
      const [session] = backend.snapshot().state.sessions;
      answering('snapshot', 200, snapshotWith({}, { sessions: [{ ...session, since: seconds }] }));
      client = new Client(backend);
      await client.live$();
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('state.sessions[0].since').and.to.include('milliseconds');
      expect(client.state.sessions.size).to.equal(1);
      await goesOn();
    });

    it('says once that those of a stream are', async () => {
      client = new Client(backend);
      await client.live$();
      const beat = { v: 1, epoch: backend.epoch, head: 0, ts: seconds };
      backend.send(beat, 'heartbeat');
      backend.send(beat, 'heartbeat');
      backend.happen(['one'], undefined, seconds);
      await client.until('the tag', () => client.tags.join() === 'one');
      expect(client.rejections).to.have.length(2);
      expect(client.rejections[0]).to.include('heartbeat: ts').and.to.include('milliseconds');
      expect(client.rejections[1]).to.include('event: ts').and.to.include('milliseconds');
      expect(client.gateway.clock.now()).to.be.above(seconds * 500);
    });
  });

  describe('positions', () => {
    const fast = { timings: { firstRetryMs: 1, mostRetryMs: 2, stableMs: 60_000 } };

    it('says once that nothing leads on from its snapshots: every stream begins with a reset', async () => {
      backend.script = ({ route }) =>
        Promise.resolve(
          route === 'events'
            ? answerOf(200, 'event: reset\ndata: {"v":1,"reason":"no-position"}\n\n', {
                'Content-Type': 'text/event-stream',
              })
            : undefined,
        );
      client = new Client(backend, fast);
      await client.until('eight snapshots', () => backend.count('snapshot') >= 8);
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.match(/^events: /);
      expect(client.rejections[0]).to.include('snapshot').and.to.include('"seq"');
      backend.script = () => Promise.resolve(undefined);
      await goesOn();
    });

    it('says so where each fact names another one before it than the snapshot', async () => {
      client = new Client(backend, fast);
      await client.live$();
      backend.script = ({ route }) =>
        Promise.resolve(route === 'snapshot' ? answerOf(200, JSON.stringify(stale), JSON_TYPE) : undefined);
      const stale = backend.snapshot();
      backend.isHolding = true;
      backend.happen(['one']);
      backend.isHolding = false;
      backend.happen(['two']);
      await client.until('eight snapshots', () => backend.count('snapshot') >= 8);
      expect(client.rejections).to.have.length(1);
      expect(client.rejections[0]).to.include('"prev"');
      backend.script = () => Promise.resolve(undefined);
      await client.until('the truth', () => client.tags.join() === 'two');
    });

    it('says nothing of a backend that is started three times in a quiet night', async () => {
      client = new Client(backend);
      await client.live$();
      for (const epoch of ['b', 'c', 'd']) {
        const before = client.statuses.length;
        backend.restart(epoch);
        await client.until('back', () => client.statuses.length > before + 1 && client.statuses.at(-1) === 'live');
      }
      expect(client.rejections).to.deep.equal([]);
    });
  });
});
