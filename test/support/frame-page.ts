// A workspace with framed pages of another origin, and a hand on what happens in it.
import { html, render } from 'lit';
import '../../src/define.js';
import '../../src/components/conversation-context/conversation-context.define.js';
import '../../src/components/embedded-context/embedded-context.define.js';
import { aGateway, aSession } from '../../stories/scenarios/builders.js';
import { withContext } from '../../stories/scenarios/context-items.js';

const query = new URLSearchParams(location.search);
const gateway = aGateway({
  sessions: Array.from({ length: Number(query.get('sessions') ?? 1) }, (_, index) =>
    aSession({
      id: `s${String(index)}`,
      customer: { id: String(index), name: `Customer ${String(index)}` },
      state: index === 0 ? 'active' : 'parked',
    }),
  ),
  document: withContext(
    {
      widgets: ['conversation-context', 'embedded-context'],
      conversationContext: ['site'],
      embeddedContext: 'site',
      contextOnAccept: ['site'],
    },
    [{ id: 'site', label: 'Site', url: query.get('url'), allowSameOrigin: query.has('free'), messages: true }],
  ),
});

const alone = html`<embedded-context style="block-size: 500px"></embedded-context>
  <conversation-context></conversation-context>`;
const whole = html`<div style="block-size: 700px"><my-sessions></my-sessions></div>`;
render(
  html`<session-provider lang="en" .gateway=${gateway}
    ><sessions-list></sessions-list>${query.has('whole') ? whole : alone}</session-provider
  >`,
  document.body,
);
Object.assign(globalThis, { gateway });
