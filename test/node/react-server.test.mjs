// On a server a component draws the tag of its element, without a page and without a complaint of React.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

it('components of React are imported and drawn in Node', async ({ mock }) => {
  const complain = mock.method(console, 'error', () => undefined);
  const { SessionProvider, TaskCapacity } = await import('my-sessions/react');
  const capacity = createElement(TaskCapacity, { className: 'host', compact: true });
  assert.equal(
    renderToString(createElement(SessionProvider, { draftHours: 8, onSessionParked: () => undefined }, capacity)),
    '<session-provider><task-capacity class="host"></task-capacity></session-provider>',
  );
  assert.equal(complain.mock.callCount(), 0);
});
