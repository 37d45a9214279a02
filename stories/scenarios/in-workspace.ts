import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Gateway } from '../../src/index.js';
import '../../src/components/session-provider/session-provider.define.js';
import { aGateway } from './builders.js';
import type { Situation } from './builders.js';

/** Puts a story into the workspace of Ana, who finds herself in a situation. */
export const inWorkspace = (situation: Situation = {}): Decorator => on(aGateway(situation));

/** Puts a story on a gateway. */
export const on =
  (gateway: Gateway): Decorator =>
  (story) => {
    forgetViews();
    return html`<session-provider lang="en" .gateway=${gateway}>${story()}</session-provider>`;
  };

/** What was looked at in one scenario is nothing for the next one of the same page, as it would be after a reload. */
export function forgetViews(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('my-sessions/')) sessionStorage.removeItem(key);
}

/** Puts a story into a side panel of another product. */
export const inPanel: Decorator = (story) => html`<div style="inline-size: 300px; block-size: 640px">${story()}</div>`;

/** Puts a story into the middle of a wide page. */
export const inPage: Decorator = (story) => html`<div style="block-size: 640px">${story()}</div>`;
