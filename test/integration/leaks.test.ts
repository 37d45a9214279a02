import { expect } from '@open-wc/testing';
import * as renderer from '@storybook/web-components/entry-preview';
import { nothing, render } from 'lit';
import { composeStory, setProjectAnnotations } from 'storybook/preview-api';
import type { SessionProvider, SessionStore, WorkspaceHandle } from '../../src/index.js';
import { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { FakeInterval } from '../support/fake-interval.js';
import { allWithin, findAll, settled } from '../support/mounting.js';

/** Every story, mounted and removed again and again, leaves nothing that listens, ticks or is connected. */

type StoryFile = Record<string, object> & { default: { title: string } };

const files = import.meta.glob<StoryFile>('../../stories/**/*.stories.ts', { eager: true });
const project = setProjectAnnotations([renderer]);
/** The counts below are exact: what is left behind once is seen, whether it then grows or not. */
const TIMES = 3;

const storesIn = (root: ParentNode): Set<SessionStore> =>
  new Set(allWithin(root).flatMap((element) => (element as { workspace?: WorkspaceHandle }).workspace?.store ?? []));

for (const { default: meta, ...stories } of Object.values(files)) {
  describe(`${meta.title}, mounted and removed ${String(TIMES)} times`, () => {
    for (const [name, story] of Object.entries(stories)) {
      it(name, async function () {
        this.timeout(60_000);
        const interval = new FakeInterval();
        const page = document.body.appendChild(document.createElement('div'));
        const composed = composeStory(story, meta, project, undefined, name) as () => unknown;
        const stores = new Set<SessionStore>();
        const gateways = new Set<ScriptedGateway>();
        try {
          for (let time = 0; time < TIMES; time += 1) {
            render(composed(), page);
            await settled(page);
            for (const store of storesIn(page)) stores.add(store);
            for (const { gateway } of findAll<SessionProvider>(page, 'session-provider'))
              if (gateway instanceof ScriptedGateway) gateways.add(gateway);
            render(nothing, page);
            await settled(page);
          }
        } finally {
          page.remove();
          interval.restore();
        }
        if (gateways.size > 0) expect(stores.size).to.be.at.least(TIMES);
        expect(
          [...stores].filter(({ subscriptions }) => subscriptions > 0).length,
          'stores with subscriptions',
        ).to.equal(0);
        expect([...gateways].filter(({ connections }) => connections > 0).length, 'connected gateways').to.equal(0);
        expect(interval.running, 'timers').to.equal(0);
      });
    }
  });
}
