import { expect } from '@open-wc/testing';
import { press } from '../support/hands.js';
import { find, findAll, frame } from '../support/mounting.js';
import { nameOf, show } from '../support/text-sweep.js';

const FIELDS = 'input, select, textarea, [contenteditable="true"]';

/** As the README tells hosts. */
function isForHost(event: KeyboardEvent): boolean {
  const [from] = event.composedPath();
  if (event.defaultPrevented) return false;
  return !(from instanceof HTMLElement && (from.isContentEditable || from.matches('input, select, textarea')));
}

function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

describe('a host with shortcuts of its own', () => {
  let heard: (EventTarget | null)[];

  const listen = (event: KeyboardEvent): void => {
    if (isForHost(event)) heard.push(event.target);
  };

  beforeEach(() => {
    heard = [];
    document.addEventListener('keydown', listen);
  });

  afterEach(() => {
    document.removeEventListener('keydown', listen);
  });

  it('hears nothing of what is typed into any field, and of every other key', async function () {
    this.timeout(60_000);
    const { provider, all, end } = await show('Where is order 47?');
    await frame();
    const typedInto = new Set<string>();
    const wrong: string[] = [];
    const typeIntoAll = async (): Promise<void> => {
      for (const shown of all)
        for (const field of findAll(shown.element, FIELDS)) {
          const kind = `${(field.getRootNode() as ShadowRoot).host.localName} ${field.localName}`;
          field.focus();
          if (typedInto.has(`${shown.tag}: ${kind}`) || focused() !== field) continue;
          await press('k');
          typedInto.add(`${shown.tag}: ${kind}`);
          if (heard.length > 0) wrong.push(`${nameOf(shown)}: ${field.localName}.${field.className}`);
          heard = [];
        }
    };
    // While something is asked, only there.
    await typeIntoAll();
    for (const dialog of findAll<HTMLDialogElement>(provider, 'dialog[open]')) dialog.close();
    await typeIntoAll();
    expect(wrong).to.deep.equal([]);
    expect([...typedInto]).to.include.members([
      'agent-presence: agent-presence select',
      'codes-tags: codes-tags input',
      'codes-tags: codes-tags select',
      'message-composer: message-composer div',
      'transfer-dialog: transfer-dialog input',
      'transcript-tools: transcript-tools input',
    ]);

    const tools = all.find(({ tag }) => tag === 'transcript-tools')?.element;
    if (!tools) throw new Error('There are no tools.');
    find(tools, 'button:enabled').focus();
    await press('k');
    expect(heard).to.deep.equal([tools]);
    end();
  });
});
