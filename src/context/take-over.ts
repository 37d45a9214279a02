import { ContextEvent } from '@lit/context';
import { ownWrites } from '../views/own-writes.js';
import { workspaceContext } from './workspace-handle.js';

/** How long what a server has rendered stands without a workspace, in milliseconds. After that an element says what is wrong. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Lets an element render in place of what a server has rendered, with nothing painted between. What stands there goes: by now
 * only the page knows what is so, and a policy may have refused the style that came with it.
 *
 * @param enable lets it render
 */
export async function takeOver(element: HTMLElement, root: ShadowRoot, enable: () => void): Promise<void> {
  if ('workspace' in element) await untilConnected(element);
  ownWrites.write(root, () => {
    root.replaceChildren();
  });
  enable();
}

const untilConnected = (element: HTMLElement): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MS);
    element.dispatchEvent(
      new ContextEvent(
        workspaceContext,
        element,
        (workspace, end) => {
          if (!workspace) return;
          end?.();
          resolve();
        },
        true,
      ),
    );
  });
