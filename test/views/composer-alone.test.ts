import { expect, fixture, html } from '@open-wc/testing';
import { MessageComposer } from '../../src/index.js';
import { messageComposer } from '../../src/localize/en/message-composer.js';
import { pressed, ready, typed } from '../support/composing.js';
import { find, findAll, settled, textOf } from '../support/mounting.js';
import '../../src/components/message-composer/message-composer.define.js';

const german = {
  ...messageComposer,
  title: 'Nachricht',
  send: 'Senden',
  failed: 'Das ist nicht darstellbar.',
  retry: 'Noch einmal',
};

class WithoutEditor extends MessageComposer {
  protected override loadEditor(): Promise<never> {
    return Promise.reject(new Error('No network.'));
  }
}
customElements.define('lone-composer-without-editor', WithoutEditor);

let isBroken = false;

class Breaking extends MessageComposer {
  protected override updated(...changed: Parameters<MessageComposer['updated']>): void {
    if (isBroken) throw new Error('broken for the test');
    super.updated(...changed);
  }
}
customElements.define('lone-composer-breaking', Breaking);

/** Keeps what it is told, message by message. */
function keepingLogger(): { messages: string[]; warn: () => void; error: (message: string) => void } {
  const messages: string[] = [];
  return { messages, warn: () => undefined, error: (message) => messages.push(message) };
}

describe('a message composer on a page without any workspace', () => {
  afterEach(() => {
    isBroken = false;
  });

  it('says what is written and sends it', async () => {
    const written: string[] = [];
    const sent: unknown[] = [];
    const composer = await fixture<MessageComposer>(
      html`<message-composer
        formatted
        @message-input=${(event: CustomEvent<{ text: string }>) => written.push(event.detail.text)}
        @message-submit=${(event: CustomEvent) => sent.push(event.detail)}
      ></message-composer>`,
    );
    const surface = await ready(composer);
    expect(surface.ariaLabel).to.equal('Message');
    composer.focus();
    await typed('*Hi*');
    await pressed('Enter');
    expect(written.at(-1)).to.equal('*Hi*');
    expect(sent).to.deep.equal([{ text: '*Hi*', format: 'markdown' }]);
    composer.clear();
    expect(surface.textContent).to.equal('');
  });

  it('speaks the language it is given, and English again without one', async () => {
    const composer = await fixture<MessageComposer>(html`<message-composer .words=${german}></message-composer>`);
    const surface = await ready(composer);
    expect(surface.ariaLabel).to.equal('Nachricht');
    expect(textOf(find(composer, '.send'))).to.equal('Senden');
    composer.words = undefined;
    await settled();
    expect(textOf(find(composer, '.send'))).to.equal('Send');
  });

  it('tells whom it was given of an editor that does not load, and takes plain text', async () => {
    const logger = keepingLogger();
    const composer = await fixture<MessageComposer>(
      html`<lone-composer-without-editor .logger=${logger}></lone-composer-without-editor>`,
    );
    await ready(composer);
    expect(logger.messages).to.deep.equal(['The editor of <message-composer> could not be loaded.']);
    expect(findAll(composer, 'textarea')).to.have.length(1);
  });

  it('keeps a failure to itself, in its own words, and works again after a retry', async () => {
    const logger = keepingLogger();
    const told: unknown[] = [];
    isBroken = true;
    const place = await fixture(
      html`<div @my-sessions-error=${(event: CustomEvent) => told.push(event.detail)}>
        <lone-composer-breaking .words=${german} .logger=${logger}></lone-composer-breaking>
      </div>`,
    );
    const composer = find<MessageComposer>(place, 'lone-composer-breaking');
    expect(textOf(find(composer, '[part="error"]'))).to.equal('Das ist nicht darstellbar. Noch einmal');
    expect(logger.messages[0]).to.equal('<lone-composer-breaking> could not be shown.');
    expect(told[0]).to.deep.equal({ tag: 'lone-composer-breaking' });
    isBroken = false;
    find(composer, '[part="error"] button').click();
    await ready(composer);
    expect(findAll(composer, '[part="error"]')).to.have.length(0);
  });
});
