import { expect, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import type { MessageComposer, Session } from '../../src/index.js';
import { selectBegun } from '../../src/core/selectors/select-begun.js';
import { attachmentWords } from '../../src/localize/en/attachments.js';
import { messageComposer as words } from '../../src/localize/en/message-composer.js';
import { aChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedUpload } from '../../stories/scenarios/scripted-gateway.js';
import { pressed, ready, typed } from '../support/composing.js';
import { coming, expectFocusOn, find, findAll, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const files = { types: ['image/*', '.pdf'], maxBytes: 1000, maxCount: 3 };

interface Opened extends Mounted {
  readonly composer: MessageComposer;
}

async function open(about: Partial<Session> = { messaging: { isFormatted: true, files } }): Promise<Opened> {
  const mounted = await mount(html`<chat-conversation></chat-conversation>`, {
    document: chatDocument,
    sessions: [aChat(about), aChat({ ...about, id: 'chat-2' })],
  });
  mounted.store.look('chat-1');
  const composer = await coming<MessageComposer>(mounted.provider, 'message-composer');
  await ready(composer);
  return { ...mounted, composer };
}

const aFile = (name = 'report.pdf', size = 500, type = 'application/pdf'): File =>
  new File([new Uint8Array(size)], name, { type });

async function drop(composer: MessageComposer, ...dropped: readonly File[]): Promise<DragEvent> {
  const dataTransfer = new DataTransfer();
  for (const file of dropped) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer });
  find(composer, '.surface').dispatchEvent(event);
  await settled();
  return event;
}

const rows = (composer: MessageComposer): string[] => findAll(composer, '.attached li').map(textOf);
const sendButton = (composer: MessageComposer): HTMLButtonElement => find(composer, '.send');
const spoken = (composer: MessageComposer): string => textOf(find(composer, '[role=status]'));

async function answer(
  upload: ScriptedUpload | undefined,
  reply: Parameters<ScriptedUpload['answer']>[0],
): Promise<void> {
  upload?.answer(reply);
  await settled();
}

describe('chat-conversation: files', () => {
  it('that are dropped beside the field, on what was said, are taken by it and not opened by the browser', async () => {
    const { composer, provider } = await open();
    const over = new DataTransfer();
    over.items.add(aFile());
    const on = (type: string): DragEvent =>
      new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: over });
    const said = find(provider, '.scroller');
    const dragged = on('dragover');
    said.dispatchEvent(dragged);
    expect(dragged.defaultPrevented, 'may be dropped').to.equal(true);
    const dropped = on('drop');
    said.dispatchEvent(dropped);
    await settled();
    expect(dropped.defaultPrevented, 'is not opened').to.equal(true);
    expect(rows(composer)).to.deep.equal(['report.pdf 0% of 500 bytes']);
  });

  it('that are dropped where nothing can be written are not opened either', async () => {
    const { composer, provider } = await open({ state: 'parked', messaging: { isFormatted: true, files } });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(aFile());
    const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer });
    find(provider, '.scroller').dispatchEvent(dropped);
    await settled();
    expect(dropped.defaultPrevented).to.equal(true);
    expect(rows(composer)).to.deep.equal([]);
  });

  it('are dropped, uploaded with progress, named by the message, and shown with it', async () => {
    const { composer, gateway, provider } = await open();
    expect((await drop(composer, aFile())).defaultPrevented).to.equal(true);
    expect(rows(composer)).to.deep.equal(['report.pdf 0% of 500 bytes']);
    gateway.uploads[0]?.sent(250);
    await settled();
    expect(find<HTMLProgressElement>(composer, 'progress').value).to.equal(50);
    expect(sendButton(composer).disabled).to.equal(true);
    expect(textOf(find(composer, '.count'))).to.contain(words.filesUnderWay);
    composer.focus();
    await typed('Here it is');
    await pressed('Enter');
    expect(gateway.commands, 'what is not there cannot be named').to.deep.equal([]);
    await answer(gateway.uploads[0], { ok: true, attachmentId: 'a1' });
    expect(rows(composer)).to.deep.equal(['report.pdf 500 bytes']);
    expect(spoken(composer)).to.equal(words.filesThere(1));
    await pressed('Enter');
    const [command] = gateway.commands;
    expect(command).to.deep.include({
      type: 'message.send',
      text: 'Here it is',
      attachments: [{ id: 'a1', name: 'report.pdf', size: 500, mediaType: 'application/pdf' }],
    });
    expect(rows(composer), 'the next message begins without').to.deep.equal([]);
    expect(textOf(find(provider, '.message:last-child .received'))).to.equal('report.pdf 500 bytes application/pdf');
  });

  it('go alone, without a text', async () => {
    const { composer, gateway } = await open();
    await drop(composer, aFile());
    await answer(gateway.uploads[0], { ok: true, attachmentId: 'a1' });
    sendButton(composer).click();
    await settled();
    expect(gateway.commands).to.have.length(1);
    expect(gateway.commands[0]).to.deep.include({ text: '' });
  });

  it('are picked with a button that says what the channel takes', async () => {
    const { composer, gateway } = await open();
    const input = find<HTMLInputElement>(composer, 'input[type=file]');
    expect(input.accept).to.equal('image/*,.pdf');
    expect(find(composer, '.attach').getAttribute('aria-label')).to.equal(words.attach);
    const transfer = new DataTransfer();
    transfer.items.add(aFile());
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await settled();
    expect(gateway.uploads.map(({ sessionId, file }) => [sessionId, file.name])).to.deep.equal([
      ['chat-1', 'report.pdf'],
    ]);
  });

  it('that are refused are named with the reason, and the others go on', async () => {
    const { composer, gateway } = await open();
    await drop(
      composer,
      aFile('big.pdf', 1001),
      aFile('a.pdf'),
      aFile('run.exe', 5, 'application/x-msdownload'),
      aFile('none.pdf', 0),
    );
    expect(rows(composer)).to.deep.equal(['a.pdf 0% of 500 bytes']);
    expect(gateway.uploads).to.have.length(1);
    const { fileRefused } = words;
    const expected = [fileRefused['too-big']('big.pdf'), fileRefused.type('run.exe'), fileRefused.empty('none.pdf')];
    expect(findAll(composer, '.left-out p').map(textOf)).to.deep.equal(expected);
    expect(spoken(composer)).to.equal(expected.join(' '));
  });

  it('are as many as the channel takes, of however many that are dropped', async () => {
    const { composer, gateway } = await open();
    const many = Array.from({ length: 300 }, (_, index) => aFile(`${String(index)}.pdf`, 1));
    await drop(composer, ...many);
    expect(rows(composer)).to.have.length(3);
    expect(gateway.uploads).to.have.length(3);
    expect(findAll(composer, '.left-out p').map(textOf)).to.deep.equal([words.filesRefused['too-many'](297)]);
  });

  it('are not taken where the channel takes none', async () => {
    const { composer, gateway } = await open({});
    await drop(composer, aFile());
    expect(gateway.uploads).to.deep.equal([]);
    expect(findAll(composer, '.attach')).to.deep.equal([]);
    expect(textOf(find(composer, '.left-out'))).to.equal(words.filesLeftOut(1));
  });

  it('that fail say why, keep the message from being sent, and are tried again from the beginning', async () => {
    const { composer, gateway } = await open();
    await drop(composer, aFile());
    await answer(gateway.uploads[0], { ok: false, failure: 'unreachable' });
    expect(rows(composer)).to.deep.equal([`report.pdf ${words.uploadFailed.unreachable}`]);
    expect(sendButton(composer).disabled).to.equal(true);
    expect(spoken(composer)).to.equal(words.filesMissing);
    find(composer, '.attached button:not(.remove)').click();
    await settled();
    // Not another button: a key pressed twice must not do two things.
    expectFocusOn(find(composer, '.attached li'));
    expect(rows(composer)).to.deep.equal(['report.pdf 0% of 500 bytes']);
    await answer(gateway.uploads[1], { ok: false, failure: 'not-taken', message: 'There is a virus in it.' });
    expect(rows(composer)).to.deep.equal(['report.pdf There is a virus in it.']);
  });

  it('are cancelled: nothing of them goes on, and focus goes to where one writes', async () => {
    const { composer, gateway, store } = await open();
    await drop(composer, aFile());
    find(composer, '.attached .remove').click();
    await settled();
    expect(gateway.uploads[0]?.isBrokenOff).to.equal(true);
    expect(rows(composer)).to.deep.equal([]);
    expectFocusOn(find(composer, '.surface'));
    expect(store.read(selectBegun('uploads', 'chat-1'))).to.equal(undefined);
  });

  it('go on while another session is looked at, and belong to theirs', async () => {
    const { composer, gateway, store } = await open();
    await drop(composer, aFile());
    store.look('chat-2');
    await settled();
    expect(rows(composer)).to.deep.equal([]);
    expect(gateway.uploads[0]?.isBrokenOff).to.equal(false);
    await answer(gateway.uploads[0], { ok: true, attachmentId: 'a1' });
    store.look('chat-1');
    await settled();
    expect(rows(composer)).to.deep.equal(['report.pdf 500 bytes']);
    expect(gateway.uploads).to.have.length(1);
  });

  it('are broken off when another agent signs in, who sees nothing of them', async () => {
    const { composer, gateway, store } = await open();
    await drop(composer, aFile(), aFile('b.pdf'), aFile('c.pdf'));
    await answer(gateway.uploads[2], { ok: true, attachmentId: 'a3' });
    await happens(gateway, { type: 'workspace.reset', agentId: 'ben', at: NOW });
    expect(gateway.uploads.map(({ isBrokenOff }) => isBrokenOff)).to.deep.equal([true, true, false]);
    expect(store.read({ topics: [], read: ({ begun }) => begun.get('chat-1') })).to.equal(undefined);
  });

  it('are broken off with the store', async () => {
    const { composer, gateway, store } = await open();
    await drop(composer, aFile());
    store.dispose();
    expect(gateway.uploads[0]?.isBrokenOff).to.equal(true);
  });

  it('of a page that is gone are said to be lost where they were not there', async () => {
    const { composer, store } = await open();
    const about = { mediaType: 'application/pdf', size: 5 };
    store.keep('attachments', 'chat-1', [
      { key: '1', name: 'lost.pdf', ...about },
      { key: '2', name: 'there.pdf', ...about, attachmentId: 'a2' },
    ]);
    await settled();
    expect(rows(composer)).to.deep.equal([`lost.pdf ${words.fileLost}`, 'there.pdf 5 bytes']);
    expect(sendButton(composer).disabled).to.equal(true);
  });

  it('come back with the message where it was not sent and is discarded', async () => {
    const { composer, gateway, provider } = await open();
    gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed' });
    await drop(composer, aFile());
    await answer(gateway.uploads[0], { ok: true, attachmentId: 'a1' });
    sendButton(composer).click();
    await settled();
    findAll(provider, '[part=failure] button').at(-1)?.click();
    await settled();
    expect(rows(composer)).to.deep.equal(['report.pdf 500 bytes']);
    expect(sendButton(composer).disabled).to.equal(false);
  });

  it('that are pictures are drawn small, without an address that a policy would have to allow', async () => {
    const { composer } = await open();
    const canvas = Object.assign(document.createElement('canvas'), { width: 9, height: 9 });
    canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    const liar = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'liar.png', { type: 'image/png' });
    await drop(composer, new File([(await blob!.arrayBuffer()).slice(0)], 'real.png', { type: 'image/png' }), liar);
    const drawings = findAll<HTMLCanvasElement>(composer, '.sight canvas');
    await until(() => drawings[0]?.hidden === false);
    expect(drawings.map(({ hidden }) => hidden)).to.deep.equal([false, true]);
    expect(findAll(composer, 'img').length).to.equal(0);
  });
});

describe('chat-conversation: the customer’s files', () => {
  const url = 'https://files.example/1';
  const show = async (about: object): Promise<Opened> => {
    const opened = await open();
    const segments = [aMessage('m1', { text: '', attachments: [{ id: '1', name: 'shade.jpg', ...about }] })];
    await happens(opened.gateway, { type: 'transcript.appended', sessionId: 'chat-1', at: NOW, segments });
    return opened;
  };

  it('open in a tab of their own, and load nothing before the agent wants to see it', async () => {
    const { provider } = await show({ url, mediaType: 'image/jpeg', size: 1200 });
    const [link] = findAll<HTMLAnchorElement>(provider, '.received a');
    expect([link?.href, link?.target, link?.rel]).to.deep.equal([url, '_blank', 'noopener noreferrer']);
    expect(findAll(provider, '.received img').length).to.equal(0);
    const button = find(provider, '.received button');
    expect(button.getAttribute('aria-label')).to.equal(attachmentWords.showPictureOf('shade.jpg'));
    button.click();
    await settled();
    const picture = find<HTMLImageElement>(provider, '.received img');
    expect([picture.src, picture.referrerPolicy, picture.alt]).to.deep.equal([url, 'no-referrer', 'shade.jpg']);
    picture.dispatchEvent(new Event('error'));
    await settled();
    expect(textOf(find(provider, '.received'))).to.contain(attachmentWords.noPicture);
  });

  it('keep focus where a picture is asked for, also when it cannot be shown', async () => {
    const { provider } = await show({ url, mediaType: 'image/jpeg' });
    const button = find(provider, '.received button');
    const root = button.getRootNode() as ShadowRoot;
    button.focus();
    button.click();
    await settled();
    const picture = find(provider, '.received img');
    expect(root.activeElement?.localName).to.equal('img');
    picture.dispatchEvent(new Event('error'));
    await settled();
    expect(root.activeElement?.textContent).to.equal(attachmentWords.noPicture);
  });

  it('stand beside their icon, however long their names are', async () => {
    const name = `${'a_name_without_a_space_'.repeat(8)}.pdf`;
    const { provider } = await show({ url, name, mediaType: 'application/pdf' });
    find(provider, 'chat-conversation').style.cssText = 'display: block; inline-size: 320px';
    await settled();
    const place = (selector: string): DOMRect => find(provider, selector).getBoundingClientRect();
    expect(place('.received li > svg').bottom).to.be.greaterThan(place('.received a').top);
  });

  for (const [what, about, hasLink] of [
    ['a script', { url: 'javascript:alert(1)', mediaType: 'image/png' }, false],
    ['a document with scripts', { url, mediaType: 'image/svg+xml' }, true],
    ['a page', { url, mediaType: 'text/html' }, true],
    ['data', { url: 'data:text/html,<script>alert(1)</script>', mediaType: 'image/png' }, false],
    ['somebody else’s account', { url: 'https://user:word@files.example/1', mediaType: 'image/png' }, false],
    ['a file without an address', { mediaType: 'image/png' }, false],
  ] as const)
    it(`never show ${what} in the page`, async () => {
      const { provider } = await show(about);
      expect(findAll(provider, '.received button, .received img').length).to.equal(0);
      expect(findAll(provider, '.received a').length).to.equal(hasLink ? 1 : 0);
    });
});
