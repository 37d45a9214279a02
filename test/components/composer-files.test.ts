import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import type { DraftFile, MessageComposer } from '../../src/index.js';
import { selectBegun, selectUnfinished } from '../../src/index.js';
import { selectUnsent } from '../../src/core/selectors/select-unsent.js';
import { messageComposer as words } from '../../src/localize/en/message-composer.js';
import { lastWordsIn } from '../../src/views/last-words.js';
import { en } from '../../src/index.js';
import { render } from 'lit';
import { aChat, chatDocument } from '../../stories/scenarios/chats.js';
import { ready } from '../support/composing.js';
import { find, findAll, mount, rawTextOf, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const files = { types: ['image/*', '.pdf'], maxBytes: 1000, maxCount: 3 };

/** What is in a transfer, as far as anybody asks it. No engine lets a script make one with folders in it. */
interface Given {
  readonly files: readonly File[];
  readonly folders?: readonly string[];
  readonly text?: string;
}

function transferOf({ files: given, folders = [], text = '' }: Given): DataTransfer {
  const entry = (name: string, isDirectory: boolean) => ({
    kind: 'file',
    webkitGetAsEntry: () => ({ name, isDirectory }),
  });
  const transfer = {
    // A folder comes as a file that nobody can read.
    files: [...given, ...folders.map((name) => new File(['4096'], name))],
    items: [...given.map(({ name }) => entry(name, false)), ...folders.map((name) => entry(name, true))],
    types: ['Files'],
    getData: (kind: string) => (kind === 'text/plain' ? text : ''),
  };
  return transfer as unknown as DataTransfer;
}

async function comes(composer: MessageComposer, kind: 'drop' | 'paste', given: Given): Promise<Event> {
  const about = { bubbles: true, cancelable: true, composed: true };
  const event = kind === 'drop' ? new DragEvent('drop', about) : new ClipboardEvent('paste', about);
  Object.defineProperty(event, kind === 'drop' ? 'dataTransfer' : 'clipboardData', { value: transferOf(given) });
  find(composer, '.surface').dispatchEvent(event);
  await settled();
  return event;
}

const A_REPORT = { type: 'application/pdf', size: 1 };
const aFile = (name = 'report.pdf', size = 500, type = 'application/pdf'): File =>
  new File([new Uint8Array(size)], name, { type });

async function aComposer(about: Partial<MessageComposer> = {}): Promise<{
  composer: MessageComposer;
  taken: File[];
}> {
  const taken: File[] = [];
  const composer = await fixture<MessageComposer>(
    html`<message-composer
      .files=${files}
      @message-files=${({ detail }: CustomEvent<{ files: File[] }>) => taken.push(...detail.files)}
    ></message-composer>`,
  );
  Object.assign(composer, about);
  await ready(composer);
  await settled();
  return { composer, taken };
}

const said = (composer: MessageComposer): string[] => findAll(composer, '.left-out p').map(textOf);

describe('message-composer: files from outside', () => {
  it('show where they would land, until they do or go elsewhere', async () => {
    const { composer } = await aComposer();
    const outline = (): string => getComputedStyle(find(composer, '.composer')).outlineStyle;
    const drag = async (type: string, about: DragEventInit = {}): Promise<void> => {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, ...about });
      Object.defineProperty(event, 'dataTransfer', { value: transferOf({ files: [aFile()] }) });
      find(composer, '.surface').dispatchEvent(event);
      await settled();
    };
    const { left, top } = composer.getBoundingClientRect();
    await drag('dragover');
    expect(outline()).to.equal('dashed');
    await drag('dragleave', { clientX: left + 5, clientY: top + 5 });
    expect(outline(), 'from one part to another').to.equal('dashed');
    await drag('dragleave', { clientX: left - 5, clientY: top - 5 });
    expect(outline(), 'gone').to.equal('none');
    await drag('dragover');
    await drag('drop');
    expect(outline(), 'landed').to.equal('none');
  });

  it('are no folders: it is said once what to do, and the files beside them are taken', async () => {
    const { composer, taken } = await aComposer();
    await comes(composer, 'drop', { files: [aFile()], folders: ['one', 'two', 'three', 'four', 'five'] });
    expect(taken.map(({ name }) => name)).to.deep.equal(['report.pdf']);
    expect(said(composer)).to.deep.equal([words.fileRefused.folder()]);
    expect(textOf(find(composer, '[role=status]'))).to.equal(words.fileRefused.folder());
  });

  it('are a picture of the screen that is pasted', async () => {
    const { composer, taken } = await aComposer();
    const event = await comes(composer, 'paste', { files: [aFile('image.png', 900, 'image/png')] });
    expect(event.defaultPrevented).to.equal(true);
    expect(taken.map(({ name, type }) => [name, type])).to.deep.equal([['image.png', 'image/png']]);
    expect(composer.text).to.equal('');
  });

  it('are ten thousand at once: as many are taken as fit, and one sentence says what became of the others', async () => {
    const { composer, taken } = await aComposer();
    // As file managers send them: with the place of each, one below the other. To make so many files takes long.
    const many = Array.from({ length: 10_000 }, (_, index) => ({ ...A_REPORT, name: `${String(index)}.pdf` }) as File);
    const text = many.map(({ name }) => `file:///home/ana/${name}`).join('\n');
    await comes(composer, 'drop', { files: many, text });
    expect(taken).to.have.length(3);
    expect(said(composer)).to.deep.equal([words.filesRefused['too-many'](9997)]);
    expect(findAll(composer, '.left-out *').length).to.be.below(5);
  });

  it('that are refused for several reasons are counted by reason where they are many', async () => {
    const { composer } = await aComposer();
    const big = Array.from({ length: 4 }, (_, index) => aFile(`big ${String(index)}.pdf`, 1001));
    await comes(composer, 'drop', { files: [...big, aFile('run.exe', 5, 'application/x-msdownload')] });
    expect(said(composer)).to.deep.equal([words.filesRefused['too-big'](4), words.filesRefused.type(1)]);
  });

  for (const [kind, text] of [
    ['encoded', 'file:///home/ana/photo%201.png'],
    ['of Windows', 'C:\\pictures\\photo 1.png'],
    ['with a percent sign', 'file:///home/%/photo 1.png'],
  ] as const)
    it(`are files, and no text, where their place comes along ${kind}`, async () => {
      const { composer, taken } = await aComposer();
      await comes(composer, 'drop', { files: [aFile('photo 1.png', 5, 'image/png')], text });
      expect(taken).to.have.length(1);
    });

  it('have room for their names, however many stand in a line', async () => {
    const { composer } = await aComposer({
      attached: ['1', '2', '3'].map((key) => ({
        ...{ key, name: 'contract 2026.pdf', size: 5, mediaType: 'application/pdf' },
        ...{ failure: 'unreachable' as const, file: new Blob(['x']) },
      })),
    });
    const narrow: number[] = [];
    for (let width = 300; width <= 900; width += 40) {
      composer.style.inlineSize = `${String(width)}px`;
      await settled();
      if (find(composer, '.attached .file').clientWidth < 100) narrow.push(width);
    }
    expect(narrow).to.deep.equal([]);
  });

  for (const [what, name] of [
    ['turned round', 'invoice\u202Efdp.exe'],
    ['without an end', `${'x'.repeat(10_000)}.pdf`],
    ['a path', '../../etc/\u0000passwd'],
    ['nothing that is seen', '\u200B \u00AD'],
  ] as const)
    it(`stand in their row whatever they are called: ${what}`, async () => {
      const { composer } = await aComposer({
        attached: [{ key: '1', name, size: 5, mediaType: 'application/pdf', sentBytes: 1 }],
      });
      composer.style.inlineSize = '300px';
      await settled();
      const row = find(composer, '.attached li');
      const shown = rawTextOf(find(row, '.file-name'));
      expect(shown.length).to.be.within(1, 61);
      if (what === 'nothing that is seen') expect(shown).to.equal(words.unnamedFile);
      expect(shown).not.to.match(/\p{Bidi_Control}|\p{Cc}/u);
      if (name.endsWith('.pdf')) expect(shown).to.match(/\.pdf$/);
      expect(row.scrollWidth).to.be.at.most(row.clientWidth);
      expect(composer.scrollWidth).to.be.at.most(300);
    });
});

const there = (key: string, name: string): DraftFile => ({
  ...{ key, name, mediaType: 'application/pdf', size: 5 },
  attachmentId: `id of ${key}`,
});

async function aWrittenChat(isFormatted = true): Promise<Mounted & { readonly composer: MessageComposer }> {
  const sessions = [aChat({ id: 'one', messaging: { isFormatted, files } })];
  const mounted = await mount(
    html`<chat-conversation session-id="one"></chat-conversation>`,
    { document: chatDocument, sessions },
    true,
  );
  const composer = find<MessageComposer>(mounted.provider, 'message-composer');
  await ready(composer);
  return { ...mounted, composer };
}

const names = (composer: MessageComposer): string[] => findAll(composer, '.file-name').map(textOf);

describe('files that were attached in another tab', () => {
  for (const isFormatted of [true, false])
    it(`are offered by their names, after another text (formatted: ${String(isFormatted)})`, async () => {
      const { store, composer } = await aWrittenChat(isFormatted);
      const mine = [there('1', 'mine.pdf')];
      const theirs = [there('2', '*their*_own_.pdf'), there('3', 'photo.pdf')];
      store.keep('attachments', 'one', mine);
      store.keep('otherDrafts', 'one', { message: ['theirs'], attachments: [theirs] });
      await settled();
      expect(textOf(find(composer, '.other p'))).to.equal(`${words.otherVersion} theirs`);
      find(composer, '[data-other="discard"]').click();
      await settled();
      expect(textOf(find(composer, '.other p'))).to.equal(`${words.otherVersion} *their*_own_.pdf, photo.pdf`);
      expect(names(composer)).to.deep.equal(['mine.pdf']);
      find(composer, '[data-other="use"]').click();
      await settled();
      expect(names(composer)).to.deep.equal(['*their*_own_.pdf', 'photo.pdf']);
      expect(store.read(selectBegun('otherDrafts', 'one'))?.attachments).to.deep.equal([mine]);
      find(composer, '[data-other="discard"]').click();
      await settled();
      expect(findAll(composer, '.other')).to.deep.equal([]);
    });
});

describe('files that are not sent', () => {
  it('are named by every question before they would be lost, with the text or alone', async () => {
    const { store } = await aWrittenChat();
    const asked = (): unknown => [store.read(selectUnsent('one')), store.read(selectUnfinished('one'))];
    expect(asked()).to.deep.equal(['', []]);
    store.keep('attachments', 'one', [there('1', 'a.pdf'), { key: '2', name: 'b\u202E.pdf', size: 1, mediaType: '' }]);
    expect(asked()).to.deep.equal(['a.pdf, b\uFFFD.pdf', [{ kind: 'message', text: 'a.pdf, b\uFFFD.pdf' }]]);
    store.keep('message', 'one', 'Here');
    expect(store.read(selectUnsent('one'))).to.equal('Here\na.pdf, b\uFFFD.pdf');
    const many = Array.from({ length: 9 }, (_, index) => there(String(index), `${String(index)}.pdf`));
    store.keep('attachments', 'one', many);
    expect(store.read(selectUnsent('one'))).to.equal('Here\n0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf, +4');
  });

  it('are named where a message of files alone is still being sent', async () => {
    const { store, gateway } = await aWrittenChat();
    gateway.answer = () => new Promise(() => undefined);
    const attachments = [{ id: 'a1', name: 'a.pdf' }];
    void store.execute({ type: 'message.send', sessionId: 'one', segmentId: 'm1', text: '', attachments });
    expect(store.read(selectUnfinished('one'))).to.deep.equal([{ kind: 'sending', text: 'a.pdf' }]);
  });
});

describe('a customer’s last words', () => {
  const shown = (said: Parameters<ReturnType<typeof lastWordsIn>>[0], strings = en): string => {
    const place = document.createElement('div');
    render(lastWordsIn(strings)(said), place);
    return textOf(place);
  };

  it('say what came where it came without a word, in the agent’s language', () => {
    expect(shown(undefined)).to.equal('');
    expect(shown('Hello?')).to.equal('· Hello?');
    expect(shown([{ name: 'photo.png' }])).to.equal('· Sent a file: photo.png');
    expect(shown([{ name: 'a' }, { name: 'b' }])).to.equal('· Sent 2 files');
    const list = { ...en.list, sentFiles: (count: number, first: string) => `${String(count)} Datei: ${first}` };
    expect(shown([{ name: 'photo.png' }], { ...en, list })).to.equal('· 1 Datei: photo.png');
  });
});
