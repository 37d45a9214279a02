import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/components/message-composer/message-composer.define.js';
import { MessageComposer, silentLogger } from '../../src/index.js';
import { pressed, ready, typed } from '../support/composing.js';
import { expectFocusOn, find, findAll, frame, settled, textOf } from '../support/mounting.js';
import { pasteOf } from '../support/paste.js';

const replies = [
  { id: 'hello', title: 'Greeting', text: 'Good morning, how can I **help**?' },
  { id: 'thanks', title: 'Thanks', text: 'Thank you for waiting.' },
  { id: 'address', title: 'Address', text: 'Which address do you mean? Thanks.' },
];

/** How a host moves what is in its page without a loss of focus, where the browser knows such a way. */
const WAYS_WITH_FOCUS = ['moveBefore' as const].filter((way) => way in Element.prototype);

/** Moves the composer into another part of its page. */
async function move(composer: MessageComposer, way: 'append' | 'moveBefore'): Promise<void> {
  const place = document.createElement('section');
  composer.parentElement!.append(place);
  if (way === 'append') place.append(composer);
  else place.moveBefore(composer, null);
  await settled();
  await frame();
}

/** Composers know no workspace: any page does. */
const onAPage = (content: TemplateResult): Promise<HTMLElement> => fixture(html`<div>${content}</div>`);

interface Sent {
  readonly text: string;
  readonly format?: string;
}

async function aComposer(
  properties: Partial<MessageComposer> = {},
): Promise<{ composer: MessageComposer; surface: HTMLElement; sent: Sent[]; lengths: number[] }> {
  const sent: Sent[] = [];
  const lengths: number[] = [];
  const page = await onAPage(
    html`<message-composer
      label="Message to Nora Feld"
      formatted
      @message-submit=${(event: CustomEvent<Sent>) => sent.push(event.detail)}
      @message-input=${(event: CustomEvent<{ length: number }>) => lengths.push(event.detail.length)}
    ></message-composer>`,
  );
  const composer = find<MessageComposer>(page, 'message-composer');
  Object.assign(composer, properties);
  return { composer, surface: await ready(composer), sent, lengths };
}

const button = (composer: MessageComposer, formatting: string): HTMLElement =>
  find(composer, `[data-formatting="${formatting}"]`);

describe('message-composer', () => {
  it('shows while one writes what the customer will see, and sends it as Markdown', async () => {
    const { composer, surface, sent } = await aComposer();
    composer.focus();
    await typed('Your card is ');
    await pressed('Control+b');
    await typed('blocked');
    await pressed('Control+b');
    await typed(' *now*');
    expect(find(surface, 'strong').textContent).to.equal('blocked');
    expect(find(surface, 'em').textContent).to.equal('now');
    await pressed('Enter');
    expect(sent).to.deep.equal([{ text: 'Your card is **blocked** *now*', format: 'markdown' }]);
    expect(composer.text, 'kept until it is cleared').to.equal('Your card is **blocked** *now*');
    composer.clear();
    expect(surface.textContent).to.equal('');
  });

  it('makes lists and code of what is typed as such', async () => {
    const { composer, surface } = await aComposer({ submitOn: 'mod-enter' });
    composer.focus();
    await typed('- one');
    await pressed('Enter');
    await typed('two');
    await pressed('Enter', 'Enter');
    await typed('1. first `code` ~~old~~');
    expect([...surface.querySelectorAll('li')].map(textOf)).to.deep.equal(['one', 'two', 'first code old']);
    expect(composer.text).to.equal('- one\n- two\n\n1. first `code` ~~old~~');
  });

  it('breaks the line with Shift+Enter where Enter sends', async () => {
    const { composer, sent } = await aComposer();
    composer.focus();
    await typed('one');
    await pressed('Shift+Enter');
    await typed('two');
    expect(sent).to.deep.equal([]);
    expect(composer.text).to.equal('one\\\ntwo');
  });

  it('sends nothing that is empty, too long or written where nothing can be written', async () => {
    const { composer, sent } = await aComposer({ maxLength: 5 });
    composer.focus();
    await typed('   ');
    await pressed('Enter');
    await typed('- ');
    await pressed('Enter');
    composer.text = '**123456**';
    await settled();
    await pressed('Enter');
    expect(find<HTMLButtonElement>(composer, '.send').disabled).to.equal(true);
    composer.text = '**12345**';
    composer.isDisabled = true;
    await settled();
    composer.focus();
    await pressed('Enter');
    expect(find<HTMLButtonElement>(composer, '.send').disabled).to.equal(true);
    expect(sent).to.deep.equal([]);
    composer.isDisabled = false;
    await settled();
    composer.focus();
    await pressed('Enter');
    expect(sent).to.deep.equal([{ text: '**12345**', format: 'markdown' }]);
  });

  it('counts what the reader sees, and says how much is too much', async () => {
    const { composer, lengths } = await aComposer({ maxLength: 6 });
    composer.focus();
    await typed('**ab** 👩‍👩‍👧🇨🇭');
    expect(lengths.at(-1)).to.equal(5);
    expect(textOf(find(composer, '.count'))).to.equal('5 of 6');
    await typed('cd');
    expect(textOf(find(composer, '.count'))).to.equal('7 of 6 1 character too many');
    expect(textOf(find(composer, '[role="status"]'))).to.equal('The message is too long for this channel.');
  });

  it('says which formatting is on, and switches it with a click that leaves the caret where it is', async () => {
    const { composer, surface } = await aComposer();
    composer.focus();
    await typed('bold');
    await pressed('Shift+Home');
    button(composer, 'strong').click();
    await settled();
    expect(button(composer, 'strong').ariaPressed).to.equal('true');
    expect(composer.text).to.equal('**bold**');
    button(composer, 'bullet_list').click();
    await settled();
    expect(composer.text).to.equal('- **bold**');
    expectFocusOn(surface);
    button(composer, 'bullet_list').click();
    await settled();
    expect(composer.text).to.equal('**bold**');
  });

  it('undoes and does again', async () => {
    const { composer } = await aComposer();
    composer.focus();
    await typed('one');
    await pressed('Control+z');
    expect(composer.text).to.equal('');
    await pressed('Control+y');
    expect(composer.text).to.equal('one');
  });

  it('has one toolbar stop for Tab, and arrow keys inside', async () => {
    const { composer } = await aComposer();
    const stops = () => findAll(composer, '[role="toolbar"] button').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops().map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Bold']);
    button(composer, 'strong').focus();
    await pressed('ArrowRight', 'ArrowRight');
    expectFocusOn(button(composer, 'strike'));
    await pressed('Home', 'ArrowLeft');
    expectFocusOn(button(composer, 'code'));
    expect(stops().map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Code']);
  });

  it('leaves all as it is by Escape, on any part of the field of a link, and goes on in the text', async () => {
    const { composer, surface } = await aComposer();
    composer.focus();
    await typed('the form');
    for (const part of ['input', 'button']) {
      button(composer, 'link').click();
      await settled();
      find(composer, `.link ${part}`).focus();
      await pressed('Escape');
      expect(findAll(composer, '.link'), part).to.have.length(0);
      expectFocusOn(surface);
    }
    expect(composer.text).to.equal('the form');
  });

  it('links what is selected, in a field of its own, and takes the link away again', async () => {
    const { composer, surface } = await aComposer({ text: 'our page' });
    composer.focus();
    await pressed('Control+a');
    button(composer, 'link').click();
    await settled();
    expectFocusOn(find(composer, '.link input'));
    await typed('bank.example/cards');
    await pressed('Enter');
    expect(composer.text).to.equal('[our page](https://bank.example/cards)');
    expectFocusOn(surface);
    await pressed('ArrowLeft');
    button(composer, 'link').click();
    await settled();
    find(composer, '.link .plain').click();
    await settled();
    expect(composer.text).to.equal('our page');
  });

  for (const address of ['javascript:alert(1)', 'https://bank.example@evil.example/', 'data:text/html,hi']) {
    it(`does not link to ${address}, and says so`, async () => {
      const { composer } = await aComposer({ text: 'our page' });
      composer.focus();
      await pressed('Control+a');
      button(composer, 'link').click();
      await settled();
      find<HTMLInputElement>(composer, '.link input').value = address;
      find(composer, '.link button').click();
      await settled();
      expect(textOf(find(composer, '[role="alert"]'))).to.contain('cannot be opened');
      expect(composer.text).to.equal('our page');
    });
  }

  it('has no toolbar and sends plain text where the channel shows no formatting', async () => {
    const { composer, sent } = await aComposer({ isFormatted: false });
    composer.focus();
    await typed('- *plain* `text` 1');
    await pressed('Shift+Enter');
    await typed('2');
    expect(findAll(composer, '[role="toolbar"]')).to.have.length(0);
    await pressed('Enter');
    expect(sent).to.deep.equal([{ text: '- *plain* `text` 1\n2', format: undefined }]);
  });

  it('has no way back to what was written about another subject', async () => {
    const { composer } = await aComposer({ subject: 'call-1' });
    composer.focus();
    await typed('secret');
    composer.text = '';
    composer.subject = 'call-2';
    await settled();
    await pressed('Control+z');
    expect(composer.text).to.equal('');
    composer.subject = 'call-3';
    await settled();
    await pressed('Control+z');
    expect(composer.text).to.equal('');
  });

  it('keeps what is written when it is taken out of the page and put back', async () => {
    const { composer } = await aComposer({ text: 'begun' });
    const parent = composer.parentElement!;
    composer.remove();
    parent.append(composer);
    expect((await ready(composer)).textContent).to.equal('begun');
  });

  it('has its caret where it was, and undoes what was typed, when it is moved to another place of the page', async () => {
    const { composer, surface } = await aComposer();
    composer.focus();
    await typed('Your card');
    await pressed('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await frame();
    await move(composer, 'append');
    composer.focus();
    await typed('old ');
    expect(surface.textContent).to.equal('Your old card');
    await pressed('Control+z', 'Control+z');
    expect(composer.text).to.equal('');
  });

  for (const way of WAYS_WITH_FOCUS)
    it(`is typed on in by ${way}, which keeps the focus`, async () => {
      const { composer, surface } = await aComposer();
      composer.focus();
      await typed('Your card');
      await pressed('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
      await frame();
      await move(composer, way);
      await typed('old ');
      expect(surface.textContent).to.equal('Your old card');
    });

  it('can be written in again when it is put back long after it was taken out', async () => {
    const { composer } = await aComposer({ text: 'begun' });
    const parent = composer.parentElement!;
    composer.remove();
    await settled();
    await frame();
    parent.append(composer);
    expect((await ready(composer)).textContent).to.equal('begun');
  });
});

describe('message-composer: what comes from elsewhere', () => {
  const paste = async (surface: HTMLElement, kinds: Readonly<Record<string, string>>): Promise<void> => {
    surface.dispatchEvent(pasteOf(kinds));
    await settled();
  };

  it('takes from pasted HTML only what a message can hold, and loads and runs nothing', async () => {
    const { composer, surface } = await aComposer();
    composer.focus();
    const requests = performance.getEntriesByType('resource').length;
    await paste(surface, {
      'text/html': `<style>* { background: url(/pasted-style.png) }</style><h1>Title</h1>
        <img src="/pasted-image.png" onerror="globalThis.pasted = true"><svg onload="globalThis.pasted = true"></svg>
        <script>globalThis.pasted = true</script><iframe src="/pasted-frame.html"></iframe>
        <p style="position:fixed">see <a href="javascript:alert(1)">this</a> and <a href="https://bank.example/" onclick="x()">that</a></p>
        <form><input name="password"></form><ul><li><b>bold</b></li></ul>`,
      'text/plain': 'Title\n\nsee this and that\n\nbold',
    });
    await new Promise(requestAnimationFrame);
    expect(composer.text).to.equal('Title\n\nsee this and [that](https://bank.example/)\n\n- **bold**');
    expect('pasted' in globalThis).to.equal(false);
    const loaded = performance.getEntriesByType('resource').slice(requests);
    expect(loaded.filter(({ name }) => name.includes('pasted')).map(({ name }) => name)).to.deep.equal([]);
    expect(
      [...surface.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes]).map(({ name }) => name),
    ).to.not.include.members(['onclick', 'style']);
  });

  it('pastes as text where the channel shows no formatting', async () => {
    const { composer, surface } = await aComposer({ isFormatted: false });
    composer.focus();
    await paste(surface, { 'text/html': '<b>bold</b><img src="/x.png">', 'text/plain': 'bold\n\ntext' });
    expect(composer.text).to.equal('bold\n\ntext');
    expect(findAll(surface, 'b, strong, img:not(.ProseMirror-separator)')).to.have.length(0);
  });
});

describe('message-composer: before its editor is there', () => {
  /** Comes when a test lets it come. */
  let arrive: (isThere: boolean) => void = () => undefined;
  class WithLateEditor extends MessageComposer {
    readonly #arrival = new Promise<boolean>((resolve) => (arrive = resolve));
    protected override async loadEditor(): ReturnType<MessageComposer['loadEditor']> {
      if (!(await this.#arrival)) throw new Error('No network.');
      return super.loadEditor();
    }
  }
  customElements.define('composer-with-late-editor', WithLateEditor);

  const mounted = async (): Promise<{ composer: MessageComposer; elsewhere: HTMLInputElement }> => {
    const page = await onAPage(html`
      <composer-with-late-editor formatted .logger=${silentLogger}></composer-with-late-editor><input aria-label="Elsewhere" />
    `);
    return {
      composer: find<MessageComposer>(page, 'composer-with-late-editor'),
      elsewhere: find<HTMLInputElement>(page, 'input'),
    };
  };

  for (const [what, isThere] of [
    ['the editor', true],
    ['the plain field, when the editor cannot be loaded', false],
  ] as const)
    it(`keeps the focus it is given for ${what}`, async () => {
      const { composer } = await mounted();
      composer.focus();
      arrive(isThere);
      await ready(composer);
      await settled();
      await typed('Hello');
      expect(composer.text).to.equal('Hello');
    });

  it('takes no focus that has gone elsewhere meanwhile', async () => {
    const { composer, elsewhere } = await mounted();
    composer.focus();
    elsewhere.focus();
    arrive(true);
    await ready(composer);
    await settled();
    await typed('Hello');
    expect([composer.text, elsewhere.value]).to.deep.equal(['', 'Hello']);
  });

  for (const height of [500, 250])
    it(`has its field where it stays, in a place of ${String(height)} px`, async () => {
      const { composer } = await mounted();
      composer.parentElement?.setAttribute('style', `container-type: size; block-size: ${String(height)}px`);
      const places = (): readonly number[] =>
        ['.composer', '.field-place'].flatMap((part) => {
          const { top, bottom } = find(composer, part).getBoundingClientRect();
          return [top, bottom];
        });
      const before = places();
      arrive(true);
      await ready(composer);
      await settled();
      expect(places()).to.deep.equal(before);
    });

  it('takes no focus that it was not given', async () => {
    const { composer } = await mounted();
    arrive(true);
    await ready(composer);
    await settled();
    await typed('Hello');
    expect(composer.text).to.equal('');
  });

  it('keeps the focus that it is given before it is shown at all', async () => {
    const { composer } = await mounted();
    const composerOfAnother = new WithLateEditor();
    composer.replaceWith(composerOfAnother);
    composerOfAnother.focus();
    arrive(true);
    await ready(composerOfAnother);
    await settled();
    await typed('Hello');
    expect(composerOfAnother.text).to.equal('Hello');
  });
});

describe('message-composer: without its editor', () => {
  class WithoutEditor extends MessageComposer {
    protected override loadEditor(): Promise<never> {
      return Promise.reject(new Error('No network.'));
    }
  }
  customElements.define('composer-without-editor', WithoutEditor);

  it('takes and sends plain text, and says so', async () => {
    const sent: Sent[] = [];
    const page = await onAPage(
      html`<composer-without-editor
        formatted
        .logger=${silentLogger}
        @message-submit=${(event: CustomEvent<Sent>) => sent.push(event.detail)}
      ></composer-without-editor>`,
    );
    const composer = find<MessageComposer>(page, 'composer-without-editor');
    await ready(composer);
    composer.focus();
    await typed('120*60*75 *plain*');
    await pressed('Shift+Enter', 'Shift+Enter');
    await typed('- x');
    expect(find<HTMLTextAreaElement>(composer, 'textarea').value).to.equal('120*60*75 *plain*\n\n- x');
    await pressed('Enter');
    expect(sent).to.deep.equal([{ text: '120\\*60\\*75 \\*plain\\*\n\n\\- x', format: 'markdown' }]);
    composer.text = 'a **draft**\n\n1\\. x';
    await settled();
    expect(find<HTMLTextAreaElement>(composer, 'textarea').value).to.equal('a draft\n1. x');
    expect(textOf(find(composer, '[role="status"]'))).to.equal(
      'The editor could not be loaded. Plain text can be sent.',
    );
  });

  it('has the caret where it was in each text, when the agent comes back', async () => {
    const page = await onAPage(html`<composer-without-editor .logger=${silentLogger}></composer-without-editor>`);
    const composer = find<MessageComposer>(page, 'composer-without-editor');
    const turnTo = async (subject: string, text: string): Promise<void> => {
      composer.subject = subject;
      composer.text = text;
      await settled();
      composer.focus();
    };
    await turnTo('one', 'first');
    await ready(composer);
    composer.focus();
    await pressed('ArrowLeft', 'ArrowLeft');
    await turnTo('two', 'other');
    await typed('!');
    await turnTo('one', 'first');
    await typed('+');
    expect(composer.text).to.equal('fir+st');
    await turnTo('two', 'other!');
    await typed('?');
    expect(composer.text).to.equal('other!?');
  });
});

describe('message-composer: in a low place', () => {
  it('is one line, with formatting when it is asked for, and says what is wrong', async () => {
    const page = await onAPage(
      html`<div style="container-type: size; inline-size: 300px; block-size: 200px">
        <message-composer formatted max-length="8"></message-composer>
      </div>`,
    );
    const composer = find<MessageComposer>(page, 'message-composer');
    await ready(composer);
    const toolbar = (): boolean => find(composer, '[role="toolbar"]').checkVisibility();
    const { bottom } = find(composer, '.surface').getBoundingClientRect();
    expect(composer.getBoundingClientRect().height).to.be.lessThan(40);
    expect(find(composer, '.send').getBoundingClientRect().bottom).to.be.lessThan(bottom + 2);
    expect(toolbar()).to.equal(false);
    const asking = find(composer, '[aria-label="Formatting"].formatting');
    asking.click();
    await settled();
    expect([toolbar(), asking.ariaExpanded]).to.deep.equal([true, 'true']);
    asking.click();
    composer.focus();
    await typed('more than eight');
    await settled();
    expect(textOf(find(composer, '.count'))).to.contain('15');
    expect(find(composer, '.over').checkVisibility()).to.equal(true);
    expect(find(composer, '.over').getBoundingClientRect().right).to.be.at.most(300);
    expect(getComputedStyle(find(composer, '.over')).outlineStyle, 'as where files are let go').to.equal('none');
  });
});

describe('message-composer: quick replies', () => {
  const options = (composer: MessageComposer): string[] => findAll(composer, '[role="option"] .heading').map(textOf);

  it('offers replies after a slash, by title and by text', async () => {
    const { composer } = await aComposer({ quickReplies: replies });
    composer.focus();
    await typed('/');
    expect(options(composer)).to.deep.equal(['Greeting', 'Thanks', 'Address']);
    await typed('tha');
    expect(options(composer)).to.deep.equal(['Thanks', 'Address']);
    await typed('xyz');
    expect(options(composer)).to.deep.equal([]);
  });

  it('does not take the slash in a word or an address for one', async () => {
    const { composer } = await aComposer({ quickReplies: replies });
    composer.focus();
    await typed('and/or https:/');
    expect(options(composer)).to.deep.equal([]);
  });

  it('puts the marked reply in place of the slash, with its formatting, and sends nothing', async () => {
    const { composer, surface, sent } = await aComposer({ quickReplies: replies });
    composer.focus();
    await typed('Hello. /g');
    expect(surface.getAttribute('aria-activedescendant')).to.equal(find(composer, '[aria-selected="true"]').id);
    await pressed('Enter');
    expect(composer.text).to.equal('Hello. Good morning, how can I **help**?');
    expect(surface.hasAttribute('aria-activedescendant')).to.equal(false);
    expect(sent).to.deep.equal([]);
    await typed(' Yes');
    expect(composer.text).to.equal('Hello. Good morning, how can I **help**? Yes');
  });

  it('is walked with arrow keys, taken with Tab and closed with Escape', async () => {
    const { composer } = await aComposer({ quickReplies: replies });
    composer.focus();
    await typed('/');
    await pressed('ArrowDown', 'Tab');
    expect(composer.text).to.equal('Thank you for waiting.');
    composer.text = '';
    await typed('/');
    await pressed('Escape');
    expect(options(composer)).to.deep.equal([]);
    await typed('t');
    expect(options(composer), 'closed for this slash').to.deep.equal([]);
    await typed(' /th');
    expect(options(composer)).to.deep.equal(['Thanks', 'Address']);
  });

  it('inserts plain text where the channel shows no formatting', async () => {
    const { composer } = await aComposer({ quickReplies: replies, isFormatted: false });
    composer.focus();
    await typed('/g');
    find(composer, '[role="option"]').click();
    await settled();
    expect(composer.text).to.equal('Good morning, how can I help?');
  });
});
