import type { OpenItem } from '../../core/model/open-item.js';
import { check, checkOk } from './checks.js';
import type { Case, Subject } from './contract-case.js';
import { carryOut } from './contract-case.js';
import { connected } from './recorder.js';

const LIMIT = 100;
const MOST_PAGES = 20;

/** All that waits; undefined where agents pick nothing. */
async function waitingAt({ gateway }: Subject): Promise<readonly OpenItem[] | undefined> {
  const items: OpenItem[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await gateway.openItems?.({ limit: LIMIT, ...(after === undefined ? {} : { after }) });
    if (!page) return undefined;
    check(page.items.length <= LIMIT, 'A page of open work must hold no more than was asked for.');
    items.push(...page.items);
    after = page.next;
    if (after === undefined) break;
  }
  return items;
}

/** What is owed to agents who may pick; nobody has to let them. */
export const pickCases: readonly Case[] = [
  {
    name: 'what is picked becomes a session of its id, and waits for nobody else',
    async prove(subject) {
      const { recorder } = connected(subject.gateway);
      await subject.settle();
      const sessionId = await subject.queue?.();
      if (sessionId === undefined) return;
      const waiting = (await waitingAt(subject)) ?? [];
      const item = waiting.find(({ id }) => id === sessionId);
      check(item !== undefined, 'What waits must be in the list.');
      const isSorted = waiting.every(({ since }, at) => since >= (waiting[at - 1]?.since ?? -Infinity));
      check(isSorted, 'What has waited longest comes first.');
      const reply = await carryOut(subject, { type: 'work-item.pick', sessionId, commandId: 'pick' });
      checkOk(reply, 'What waits can be picked.');
      const session = recorder.state.sessions.get(sessionId);
      check(session?.state === 'active', 'What was picked must become active under the id that it had.');
      check(
        session.serviceId === item.serviceId && session.modality === item.modality,
        'What was picked must be what was shown.',
      );
      check(recorder.causedBy('pick').length > 0, 'The facts that follow a pick must name it (causedBy).');
      const left = await waitingAt(subject);
      check(left?.every(({ id }) => id !== sessionId) ?? false, 'What was picked must wait no more.');
      const late = await carryOut(subject, { type: 'work-item.pick', sessionId, commandId: 'late pick' });
      check(!late.ok && late.failure === 'unknown-session', 'What waits no more is refused as unknown-session.');
    },
  },
];
