import { expect, html, oneEvent } from '@open-wc/testing';
import type { DOMPurify } from 'dompurify';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/message-composer/rich-editor.js';
import { EmailConversation } from '../../src/index.js';
import type { CommandReply, MessageComposer, SessionState } from '../../src/index.js';
import { MINUTE, aSession, someSegments } from '../../stories/scenarios/builders.js';
import { aFormattedMail, aMail, aMailSession } from '../../stories/scenarios/mails.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { ready, typed } from '../support/composing.js';
import { drawn, sheetIn } from '../support/mail-frames.js';
import { press } from '../support/hands.js';
import { expectFocusOn, find, findAll, focused, happens, mount, settled, textOf, until } from '../support/mounting.js';

const ours = html`<email-conversation session-id="mail-1"></email-conversation>`;
const act = (root: ParentNode, name: string): HTMLButtonElement =>
  find<HTMLButtonElement>(root, `[data-act="${name}"]`);
const wishes = (commands: readonly { readonly commandId: string }[]): unknown[] =>
  commands.map(({ commandId: _, ...wish }) => wish);
const ended = { type: 'session.ended', at: NOW, sessionId: 'mail-1', result: 'marked-as-handled-by-user' } as const;

async function writeAnswer(root: ParentNode, text: string, button = 'reply'): Promise<void> {
  act(root, button).click();
  await settled();
  (await ready(find<MessageComposer>(root, 'message-composer'))).focus();
  await typed(text);
}

async function send(root: ParentNode): Promise<void> {
  find(root, 'message-composer').shadowRoot?.querySelector<HTMLButtonElement>('.send')?.click();
  await settled();
}

describe('email-conversation', () => {
  describe('the mail', () => {
    it('says who wrote to whom, about what and when', async () => {
      const { provider } = await mount(ours, { sessions: [aMailSession(aFormattedMail())] });
      expect(textOf(find(provider, 'h3'))).to.equal('Card reader shows an error');
      expect(textOf(find(provider, '.from'))).to.match(/^Nora Feld <nora@feld-interiors.example> \d/);
      expect(textOf(find(provider, 'dl'))).to.equal(
        'From Nora Feld <nora@feld-interiors.example> To Card Line <cards@lakeside-bank.example> Cc Ivo Feld <ivo@feld-interiors.example>it@feld-interiors.example',
      );
    });

    it('warns of a sender whose name is another address', async () => {
      const from = { name: 'service@lakeside-bank.example', address: 'x17@mailer.example' };
      const { provider } = await mount(ours, { sessions: [aMailSession(aMail({ from }))] });
      expect(textOf(find(provider, '.warning'))).to.equal(
        'The name says service@lakeside-bank.example, but that is not the address of this mail.',
      );
    });

    it('shows plain text without loading anything for HTML', async () => {
      const { provider } = await mount(ours, { sessions: [aMailSession()] });
      expect(find(provider, '.text').textContent).to.contain('Dear team,\n\nthe card reader');
      expect(findAll(provider, 'iframe, .note, [role=status]:not(:empty):not(.actions span)')).to.have.length(0);
    });

    for (const height of ['auto', '240px'])
      it(`has nothing of it below its buttons, nor under them, in a place that is ${height} high`, async () => {
        const { provider } = await mount(
          html`<div style="inline-size: 500px; block-size: ${height}; --my-sessions-companion-height: 100%">${ours}</div>`,
          { sessions: [aMailSession(aMail({ html: '<p>Without any image.</p>' }))] },
        );
        await drawn();
        const box = (selector: string): DOMRect => find(provider, selector).getBoundingClientRect();
        expect(box('.actions').bottom, 'a line of the mail below them').to.be.closeTo(box('.letter').bottom, 0.5);
        const letter = find(provider, '.letter');
        letter.scrollTop = letter.scrollHeight;
        expect(box('.actions').top, 'the end of the mail under them').to.be.at.least(box('.sheet').bottom);
      });

    it('says when there is no text in it', async () => {
      const { provider } = await mount(ours, { sessions: [aMailSession({ ...aMail(), text: ' \n' })] });
      expect(textOf(find(provider, '.mail'))).to.contain('This mail has no text.');
    });

    it('takes what nobody sees for no text, no HTML and no subject', async () => {
      const html = '\u200B\u2060';
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession(aMail({ html }))] });
      expect(find(provider, '.text').textContent).to.contain('Dear team,\n\nthe card reader');
      expect(findAll(provider, 'iframe, [data-act="plain-text"]')).to.have.length(0);
      const email = aMail({
        html,
        text: '\u200B',
        subject: '\u2060',
        from: { name: '\u200B', address: 'a@x.example' },
      });
      await happens(gateway, { type: 'email.received', at: NOW, sessionId: 'mail-1', email });
      expect(textOf(find(provider, '.mail'))).to.contain('This mail has no text.');
      expect(textOf(find(provider, 'h3'))).to.equal('(no subject)');
      expect(textOf(find(provider, '.from'))).to.match(/^a@x\.example/);
    });

    it('says when there is no mail', async () => {
      const { provider } = await mount(ours, { sessions: [aSession({ id: 'mail-1', modality: 'email' })] });
      expect(textOf(find(provider, 'email-conversation'))).to.equal('This task has no mail.');
    });

    it('follows a mail that comes later', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aSession({ id: 'mail-1', modality: 'email' })] });
      await happens(gateway, { type: 'email.received', at: NOW, sessionId: 'mail-1', email: aMail() });
      expect(textOf(find(provider, 'h3'))).to.equal('Card reader shows an error');
    });

    it('says where answers go when that is not the address of the mail', async () => {
      const replyTo = [{ name: 'Desk', address: 'desk@feld.example' }, { address: 'ivo@feld.example' }];
      const { provider } = await mount(ours, { sessions: [aMailSession(aMail({ replyTo }))] });
      expect(textOf(find(provider, '.answers-to'))).to.equal(
        'Answers to this mail go to Desk <desk@feld.example>ivo@feld.example',
      );
      expect(textOf(find(provider, 'dl'))).to.contain('Reply to Desk <desk@feld.example>');
      act(provider, 'reply').click();
      await settled();
      expect(findAll(provider, '.recipients li').map(textOf)).to.deep.equal([
        'Desk <desk@feld.example>',
        'ivo@feld.example',
      ]);
    });

    it('is read as text with one press of a key, as long as it is open, and as it looks again', async () => {
      const other = aMailSession(aFormattedMail({ subject: 'Another one' }), { id: 'mail-2' });
      const { provider } = await mount(ours, { sessions: [aMailSession(aFormattedMail()), other] });
      await sheetIn(provider);
      const element = find<EmailConversation>(provider, 'email-conversation');
      const choice = (): HTMLElement => act(provider, 'plain-text');
      expect([textOf(choice()), choice().ariaPressed]).to.deep.equal(['Plain text', 'false']);
      choice().focus();
      await press(' ');
      expect(find(provider, '.text').textContent).to.contain('Dear team,\n\nthe card reader');
      expect(findAll(provider, 'iframe, .note')).to.have.length(0);
      expect(choice().ariaPressed).to.equal('true');
      expectFocusOn(choice());
      element.sessionId = 'mail-2';
      await settled();
      expect(choice().ariaPressed).to.equal('false');
      element.sessionId = 'mail-1';
      await settled();
      expect(choice().ariaPressed).to.equal('true');
      choice().focus();
      await press('Enter');
      expect(textOf(await sheetIn(provider))).to.contain('Connection refused');
      expectFocusOn(choice());
    });

    it('has its own words as text where it brings none', async () => {
      const html = '<p style="color: white">Order <b>4711</b></p><p>Regards</p>';
      const { provider } = await mount(ours, { sessions: [aMailSession({ ...aMail({ html }), text: ' ' })] });
      act(provider, 'plain-text').click();
      await settled();
      expect(find(provider, '.text').textContent.trim()).to.equal('Order 4711\nRegards');
    });

    it('keeps the links of attachments whose addresses hold spaces and umlauts', async () => {
      const url = 'https://mail.example/a/Rechnung März 1.pdf';
      const attachments = [{ id: '1', name: 'Rechnung März 1.pdf', url }];
      const { provider } = await mount(ours, { sessions: [aMailSession(aMail({ attachments }))] });
      expect(find<HTMLAnchorElement>(provider, '.files a').href).to.equal(
        'https://mail.example/a/Rechnung%20M%C3%A4rz%201.pdf',
      );
    });

    it('lists attachments with size and kind; links only what is safe to open', async () => {
      const attachments = [
        { id: '1', name: 'reader.jpg', size: 1_842_000, mediaType: 'image/jpeg', url: 'https://mail.example/a/1' },
        { id: '2', name: 'invoice\u202Efdp.exe', size: 812, url: 'javascript:alert(1)' },
        { id: '3', name: '\u2067cod.scr', url: '/a/3' },
      ];
      const { provider } = await mount(ours, { sessions: [aMailSession(aMail({ attachments }))] });
      expect(findAll(provider, '.files li').map(textOf)).to.deep.equal([
        'reader.jpg 1.8 MB image/jpeg',
        'invoice\uFFFDfdp.exe 812 bytes',
        '\uFFFDcod.scr',
      ]);
      expect(
        findAll<HTMLAnchorElement>(provider, '.files a').map(({ href, target, rel }) => [href, target, rel]),
      ).to.deep.equal([['https://mail.example/a/1', '_blank', 'noopener noreferrer']]);
    });

    it('leaves images from elsewhere out, says how many, and loads them for this mail when asked', async () => {
      const other = aMailSession(aFormattedMail({ subject: 'Another one' }), { id: 'mail-2' });
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession(aFormattedMail()), other] });
      const element = find<EmailConversation>(provider, 'email-conversation');
      const policy = async (): Promise<string | null | undefined> =>
        (await sheetIn(provider)).ownerDocument.querySelector('meta')?.getAttribute('content');
      expect(await policy()).to.equal("default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'");
      expect(find<HTMLIFrameElement>(provider, 'iframe').contentDocument?.images).to.have.length(0);
      expect(textOf(find(provider, '.note'))).to.equal(
        '2 images were not loaded, so that the sender does not learn that you read this. Show images',
      );
      const button = find(provider, '.note button');
      button.focus();
      button.click();
      await settled();
      expect(await policy()).to.contain('img-src https: data:');
      const { images } = find<HTMLIFrameElement>(provider, 'iframe').contentDocument!;
      expect([...images].map(({ src, referrerPolicy }) => [src, referrerPolicy])).to.deep.equal([
        ['https://images.example/logo.png', 'no-referrer'],
        ['https://images.example/pixel.gif?reader=4711', 'no-referrer'],
      ]);
      expect(findAll(provider, '.note')).to.have.length(0);
      expectFocusOn(find(provider, 'iframe'));

      element.sessionId = 'mail-2';
      await settled();
      await drawn();
      expect(textOf(find(provider, '.note'))).to.contain('2 images were not loaded');
      element.sessionId = 'mail-1';
      await happens(gateway, { type: 'email.received', at: NOW, sessionId: 'mail-1', email: aFormattedMail() });
      await drawn();
      expect(findAll(provider, '.note'), 'the choice holds for this mail').to.have.length(0);
      const html = '<img src="https://images.example/new.png">';
      await happens(gateway, { type: 'email.received', at: NOW, sessionId: 'mail-1', email: aMail({ html }) });
      await drawn();
      expect(textOf(find(provider, '.note')), 'another mail asks again').to.contain('1 image was not loaded');
    });

    it('keeps its frame, and what was scrolled in it, while the task goes on', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession(aFormattedMail())] });
      const sheet = await sheetIn(provider);
      await happens(gateway, { type: 'tags.changed', at: NOW, sessionId: 'mail-1', tags: ['vip'] });
      await happens(gateway, { type: 'session.snapshot', at: NOW, session: aMailSession(aFormattedMail()) });
      expect(await sheetIn(provider)).to.equal(sheet);
    });

    it('draws the mail again when it is moved to another place', async () => {
      const { provider } = await mount(html`<div>${ours}</div><div id="elsewhere"></div>`, {
        sessions: [aMailSession(aFormattedMail())],
      });
      await sheetIn(provider);
      find(provider, '#elsewhere').append(find(provider, 'email-conversation'));
      await settled();
      expect(textOf(await sheetIn(provider))).to.contain('Kind regards');
    });

    for (const way of ['moveBefore' as const].filter((own) => own in Element.prototype))
      it(`has a mail that is moved by ${way} as high as it is at another width`, async () => {
        const { provider } = await mount(
          html`<div style="inline-size: 900px">${ours}</div><div id="elsewhere" style="inline-size: 300px"></div>`,
          { sessions: [aMailSession(aMail({ html: 'A few words of a mail. '.repeat(10) }))] },
        );
        await sheetIn(provider);
        find(provider, '#elsewhere')[way](find(provider, 'email-conversation'), null);
        const isWhole = (): boolean => {
          const { height, contentDocument } = find<HTMLIFrameElement>(provider, 'iframe');
          // Some browsers draw it anew.
          const sheet = contentDocument?.querySelector('main');
          if (!sheet || sheet.clientWidth > 300) return false;
          return height === String(Math.ceil(sheet.getBoundingClientRect().height));
        };
        await until(isWhole);
        expect(isWhole()).to.equal(true);
      });

    it('is as high as its content, up to a limit, and never wider than its panel', async () => {
      const { provider } = await mount(html`<div style="inline-size: 300px">${ours}</div>`, {
        sessions: [aMailSession(aMail({ html: `<table width="900"><tr><td>${'word '.repeat(20)}</td></tr></table>` }))],
      });
      const sheet = await sheetIn(provider);
      const frame = find<HTMLIFrameElement>(provider, 'iframe');
      expect(frame.clientHeight).to.be.within(64, 160);
      expect(find(provider, '.mail').scrollWidth).to.be.at.most(300);
      expect(sheet.scrollWidth).to.be.above(800);
      expect(sheet.ownerDocument.documentElement.scrollWidth).to.be.at.most(300);
    });

    it('has light sheets also on dark pages', async () => {
      const { provider } = await mount(html`<div style="color-scheme: dark">${ours}</div>`, {
        sessions: [aMailSession(aFormattedMail())],
      });
      const { documentElement } = (await sheetIn(provider)).ownerDocument;
      expect(getComputedStyle(documentElement).backgroundColor).to.equal('rgb(255, 255, 255)');
      expect(getComputedStyle(documentElement).color).to.equal('rgb(32, 30, 38)');
    });

    it('holds back what it would move until it is there', async () => {
      let come = (): void => undefined;
      class Late extends EmailConversation {
        protected override async loadSanitizer(): Promise<DOMPurify> {
          await new Promise<void>((resolve) => {
            come = resolve;
          });
          return super.loadSanitizer();
        }
      }
      customElements.define('late-email-conversation', Late);
      const { provider } = await mount(html`<late-email-conversation session-id="mail-1"></late-email-conversation>`, {
        sessions: [aMailSession(aFormattedMail())],
      });
      const heldBy = (): string => getComputedStyle(find(provider, '.actions')).animationName;
      expect(heldBy()).to.equal('wait');
      come();
      await drawn();
      await until(() => findAll(provider, 'iframe[height]').length > 0);
      expect(heldBy()).to.equal('none');
      expect(act(provider, 'reply').checkVisibility({ visibilityProperty: true })).to.equal(true);
    });

    it('is text while its sanitizer cannot be loaded, until a new try succeeds', async () => {
      let tries = 0;
      class Unlucky extends EmailConversation {
        protected override loadSanitizer(): Promise<DOMPurify> {
          tries += 1;
          return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : super.loadSanitizer();
        }
      }
      customElements.define('unlucky-email-conversation', Unlucky);
      const { provider } = await mount(
        html`<unlucky-email-conversation session-id="mail-1"></unlucky-email-conversation>`,
        { sessions: [aMailSession(aFormattedMail())] },
      );
      expect(textOf(find(provider, '.note'))).to.contain('The formatting could not be loaded.');
      expect(textOf(find(provider, '.text'))).to.contain('the card reader at our counter');
      find(provider, '.note button').click();
      await settled();
      expect(textOf(await sheetIn(provider))).to.contain('Please call your bank');
      expect(tries).to.equal(2);
    });
  });

  describe('an answer', () => {
    it('goes to the sender, in Markdown, and names who gets it before', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
      await writeAnswer(provider, 'Thank you');
      expect(textOf(find(provider, '.recipients'))).to.equal('Answer to Nora Feld <nora@feld-interiors.example>');
      await send(provider);
      expect(wishes(gateway.commands)).to.deep.equal([
        { type: 'email.reply', sessionId: 'mail-1', toAll: false, text: 'Thank you' },
      ]);
      expect(findAll(provider, 'message-composer'), 'sent: put away').to.have.length(0);
      expectFocusOn(act(provider, 'reply'));
    });

    it('points back the way the page is written', async () => {
      const { provider } = await mount(html`<div dir="rtl">${ours}</div>`, {
        sessions: [aMailSession(aMail({ cc: [{ address: 'x@y.example' }] }))],
      });
      const scales = findAll(provider, '[data-act] > svg').map((own) => getComputedStyle(own).scale);
      expect(scales).to.deep.equal(['-1 1', '-1 1', 'none']);
    });

    it('to all is offered only when there is somebody else', async () => {
      const { provider } = await mount(ours, { sessions: [aMailSession()] });
      expect(findAll(provider, '[data-act="reply-all"]')).to.have.length(0);
    });

    it('to all goes to all but the service', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession(aFormattedMail())] });
      await writeAnswer(provider, 'Dear all', 'reply-all');
      expect(findAll(provider, '.recipients li').map(textOf)).to.deep.equal([
        'Nora Feld <nora@feld-interiors.example>',
        'Ivo Feld <ivo@feld-interiors.example>',
        'it@feld-interiors.example',
      ]);
      await send(provider);
      expect(wishes(gateway.commands)).to.deep.equal([
        { type: 'email.reply', sessionId: 'mail-1', toAll: true, text: 'Dear all' },
      ]);
    });

    it('keeps its text when more people shall get it', async () => {
      const { provider } = await mount(ours, { sessions: [aMailSession(aFormattedMail())] });
      await writeAnswer(provider, 'Dear Nora');
      act(provider, 'reply-all').click();
      await settled();
      expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('Dear Nora');
      expect(findAll(provider, '.recipients li')).to.have.length(3);
    });

    it('stays on screen while it is on its way, and cannot be sent twice', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()], reply: 'never' });
      await writeAnswer(provider, 'Thank you');
      await send(provider);
      expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('Thank you');
      expect(find<MessageComposer>(provider, 'message-composer').isDisabled).to.equal(true);
      expect(textOf(find(provider, '.actions [role="status"]'))).to.equal('Saving');
      act(provider, 'handled').click();
      await settled();
      expect(gateway.commands).to.have.length(1);
    });

    it('is kept with the reason when it could not be sent, and the next try sends what is written by then', async () => {
      const { provider, gateway } = await mount(ours, {
        sessions: [aMailSession()],
        reply: { ok: false, failure: 'failed', message: 'The mail server refused it.' },
      });
      await writeAnswer(provider, 'Thank you');
      await send(provider);
      expect(textOf(find(provider, '[part="failure"]'))).to.contain('The mail server refused it.');
      expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('Thank you');
      (await ready(find<MessageComposer>(provider, 'message-composer'))).focus();
      await typed(' Nora');
      gateway.answer = () => Promise.resolve({ ok: true });
      find(provider, '[part="failure"] button').click();
      await settled();
      const [, second] = gateway.commands;
      expect(second).to.include({ type: 'email.reply' });
      expect((second as { text: string }).text)
        .to.contain('Nora')
        .and.to.contain('Thank you');
      expect(findAll(provider, 'message-composer, [part="failure"]')).to.have.length(0);
    });

    for (const way of ['Try again', 'Dismiss'])
      it(`leaves the focus beside its buttons when “${way}” goes with what failed: a key pressed twice answers nothing`, async () => {
        const { provider, gateway } = await mount(ours, {
          sessions: [aMailSession()],
          reply: { ok: false, failure: 'failed' },
        });
        await writeAnswer(provider, 'Thank you');
        await send(provider);
        gateway.answer = () => Promise.resolve({ ok: true });
        find(provider, `[part="failure"] button${way === 'Dismiss' ? '.plain' : ''}`).focus();
        await press('Enter', 'Enter');
        expectFocusOn(find(provider, '.actions'));
        expect(findAll(provider, 'message-composer')).to.have.length(way === 'Dismiss' ? 1 : 0);
      });

    for (const isSent of [true, false])
      it(`that was begun while the one before was on its way stays, whether that one ${isSent ? 'was sent' : 'failed'}`, async () => {
        const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
        let answer: (reply: CommandReply) => void = () => undefined;
        gateway.answer = () => new Promise((resolve) => (answer = resolve));
        await writeAnswer(provider, 'Thank you');
        await send(provider);
        // The composer of another widget, or this one before it knew: what is written now is not what was sent.
        find(provider, '.reply').dispatchEvent(
          new CustomEvent('message-input', { detail: { text: 'And one more thing' }, bubbles: true }),
        );
        answer(isSent ? { ok: true } : { ok: false, failure: 'failed' });
        await settled();
        if (findAll(provider, 'message-composer').length === 0) {
          act(provider, 'reply').click();
          await settled();
        }
        expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('And one more thing');
      });

    it('is gone through by Tab as it is read: from the way to put it away into its text', async () => {
      const { provider } = await mount(ours, { sessions: [aMailSession()] });
      await writeAnswer(provider, 'Thank you');
      const composer = find<MessageComposer>(provider, 'message-composer');
      const close = find(provider, '.reply > button');
      expect(close.getBoundingClientRect().bottom).to.be.at.most(composer.getBoundingClientRect().top);
      close.focus();
      await press('Tab');
      expect(composer.matches(':focus-within')).to.equal(true);
    });

    it('that was sent is gone when one answers again', async () => {
      const { provider } = await mount(ours, { sessions: [aMailSession()] });
      await writeAnswer(provider, 'Thank you');
      await send(provider);
      act(provider, 'reply').click();
      await settled();
      expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('');
    });

    it('is kept for its session, put away and through switches, and never ends at another', async () => {
      const other = aMailSession(aMail({ subject: 'Another one' }), { id: 'mail-2' });
      const { provider } = await mount(ours, { sessions: [aMailSession(), other] });
      const element = find<EmailConversation>(provider, 'email-conversation');
      await writeAnswer(provider, 'Dear Nora');
      element.sessionId = 'mail-2';
      await settled();
      expect(findAll(provider, 'message-composer')).to.have.length(0);
      act(provider, 'reply').click();
      await settled();
      expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('');
      element.sessionId = 'mail-1';
      await settled();
      expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('Dear Nora');
      find(provider, '.reply > button').click();
      await settled();
      expect(findAll(provider, 'message-composer')).to.have.length(0);
      expect(textOf(act(provider, 'reply'))).to.equal('Continue your answer');
      act(provider, 'reply').click();
      await settled();
      expect(find<MessageComposer>(provider, 'message-composer').text).to.equal('Dear Nora');
    });

    it('that was sent stands below the mail, with how far it has come', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
      const [, answer] = someSegments('Dear team', 'Thank you, we are on it.');
      const segment = { ...answer!, at: NOW, format: 'markdown', delivery: 'sent' } as const;
      await happens(gateway, { type: 'transcript.appended', at: NOW, sessionId: 'mail-1', segments: [segment] });
      expect(textOf(find(provider, '.answer'))).to.match(/^Ana Sommer, .+ Sent Thank you, we are on it\.$/);
      await happens(gateway, {
        type: 'message.delivery-changed',
        at: NOW,
        sessionId: 'mail-1',
        segmentId: segment.id,
        delivery: 'failed',
        reason: 'The mailbox is full.',
      });
      expect(textOf(find(provider, '.undelivered'))).to.equal('Not delivered: The mailbox is full.');
    });
  });

  describe('marking as handled', () => {
    it('asks nothing when nothing would be lost', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
      act(provider, 'handled').click();
      await settled();
      expect(wishes(gateway.commands)).to.deep.equal([{ type: 'email.mark-as-handled', sessionId: 'mail-1' }]);
    });

    it('asks before an unsent answer is lost, and shows which', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
      await writeAnswer(provider, 'Dear Nora');
      act(provider, 'handled').click();
      await settled();
      expect(textOf(find(provider, 'dialog')))
        .to.contain('You have not sent what you wrote.')
        .and.to.contain('Dear Nora');
      // Closing is told in a task of its own, which may come after the next frame.
      const closes = (button: string): Promise<Event> => {
        const closed = oneEvent(find(provider, 'dialog'), 'close');
        find(provider, `dialog ${button}`).click();
        return closed;
      };
      await closes('button[value=""]');
      await settled();
      expect(findAll(provider, 'dialog')).to.have.length(0);
      expect(gateway.commands).to.have.length(0);
      act(provider, 'handled').click();
      await settled();
      await closes('.danger');
      await settled();
      expect(wishes(gateway.commands)).to.deep.equal([{ type: 'email.mark-as-handled', sessionId: 'mail-1' }]);
    });

    it('says why it did not work', async () => {
      const { provider } = await mount(ours, {
        sessions: [aMailSession()],
        reply: { ok: false, failure: 'unreachable' },
      });
      act(provider, 'handled').click();
      await settled();
      expect(textOf(find(provider, '[part="failure"]'))).to.contain('The contact centre did not answer.');
    });
  });

  describe('when it cannot be answered', () => {
    const reasons: readonly (readonly [SessionState, string])[] = [
      ['offered', 'This task is not accepted yet. Accept it to answer.'],
      ['parked', 'This task is parked. Unpark it to answer.'],
      ['transferring', 'This task is being transferred.'],
      ['from-the-future' as SessionState, 'This cannot be answered at the moment.'],
    ];
    for (const [state, reason] of reasons)
      it(`says why: ${state}`, async () => {
        const { provider } = await mount(ours, { sessions: [aMailSession(aFormattedMail(), { state })] });
        expect(findAll<HTMLButtonElement>(provider, '.actions button').map(({ disabled }) => disabled)).to.deep.equal([
          true,
          true,
          true,
        ]);
        expect(textOf(find(provider, '.actions [role="status"]'))).to.equal(reason);
      });

    it('keeps what is written while the task is parked, without letting it be sent', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
      await writeAnswer(provider, 'Dear Nora');
      await happens(gateway, { type: 'session.parking', at: NOW, sessionId: 'mail-1' });
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId: 'mail-1' });
      const composer = find<MessageComposer>(provider, 'message-composer');
      expect([composer.text, composer.isDisabled]).to.deep.equal(['Dear Nora', true]);
    });

    it('says how it ended, with the mail still there', async () => {
      const { provider } = await mount(ours, {
        sessions: [
          aMailSession(aMail(), {
            state: 'ended',
            result: 'marked-as-handled-by-workflow',
            times: { ended: NOW - MINUTE },
          }),
        ],
      });
      expect(textOf(find(provider, '.actions'))).to.match(/^Marked as handled by workflow, \d/);
      expect(findAll(provider, 'button')).to.have.length(0);
      expect(textOf(find(provider, '.text'))).to.contain('Dear team');
    });

    it('keeps an unsent answer to be read and copied when the task ends under one’s hands', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
      await writeAnswer(provider, 'Dear Nora');
      await happens(gateway, ended);
      const field = find<HTMLTextAreaElement>(provider, '.unsent textarea');
      expect([field.value, field.readOnly]).to.deep.equal(['Dear Nora', true]);
      expect(findAll(provider, 'message-composer')).to.have.length(0);
      expect(gateway.commands).to.have.length(0);
      expectFocusOn(find(provider, '.actions'));
      find(provider, '.unsent button').click();
      expectFocusOn(field);
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, 9]);
    });

    it('lets no question survive its session', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aMailSession()] });
      await writeAnswer(provider, 'Dear Nora');
      act(provider, 'handled').click();
      await settled();
      await happens(gateway, ended);
      expect(findAll(provider, 'dialog')).to.have.length(0);
      expect(focused().localName).to.not.equal('dialog');
    });
  });
});
