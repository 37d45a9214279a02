import { fixture, html } from '@open-wc/testing';
import { TAGS } from '../../src/components/email-conversation/mail-rules.js';
import { displayableText } from '../../src/core/text/displayable-text.js';
import type { MessageComposer, SessionProvider } from '../../src/index.js';
import { allWithin, findAll, rawTextOf, settled, until } from './mounting.js';
import { pasteOf } from './paste.js';
import { still, unready } from './readiness.js';
import { SESSION_IDS, composing, failEverything, textEverywhere } from './text-everywhere.js';
import type { SessionId } from './text-everywhere.js';

// A new element is covered once it has a folder.
const definitions = import.meta.glob('../../src/components/*/*.define.ts', { eager: true });
const TAG_NAMES = [...new Set(Object.keys(definitions).map((path) => path.split('/').at(-2) ?? ''))];

/** These are about the workspace, whichever session they are told. */
const OF_NO_SESSION: ReadonlySet<string> = new Set([
  'agent-presence',
  'connection-status',
  'my-sessions',
  'notification-settings',
  'session-provider',
  'session-shortcuts',
  'sessions-badge',
  'sessions-list',
  'task-capacity',
]);

/** Where formatted messages are shown and written. What stands in it came out of the text. */
const RICH = '.rich, .surface';
const RICH_ELEMENTS: ReadonlySet<string> = new Set('a br code em li ol p pre s strong ul'.split(' '));
const MAIL_ELEMENTS: ReadonlySet<string> = new Set(TAGS);
const LINKS = /^(?:https?|mailto|tel):/;

/** One element that shows one session. */
export interface Shown {
  readonly tag: string;
  readonly id: SessionId;
  readonly element: HTMLElement;
}

/** All elements of the kit with all sessions, in a workspace that is full of one text. */
export interface Scene {
  readonly provider: SessionProvider;
  readonly all: readonly Shown[];
  readonly end: () => void;
}

export const nameOf = ({ tag, id }: Shown): string => (OF_NO_SESSION.has(tag) ? tag : `${tag} ${id}`);

/** Whatever is shown of one session in plain and in formatted writing; the others only look different in short texts. */
const idsFor = ({ length }: string): readonly SessionId[] =>
  length > 100_000 ? ['chat'] : length > 1000 ? ['talking', 'chat', 'mail'] : SESSION_IDS;

/** The sessions that make a difference to an element. */
function idsOf(tag: string, text: string): readonly SessionId[] {
  const ids = idsFor(text);
  if (OF_NO_SESSION.has(tag)) return ids.slice(0, 1);
  if (tag !== 'message-composer') return ids;
  // A million characters are counted at every key; only the agent could have written them.
  return text.length > 200_000 ? [] : ids.filter((id) => id === 'talking' || id === 'chat');
}

/** Shows a text everywhere and waits until everything that loads for it is there. */
export async function show(text: string): Promise<Scene> {
  const store = textEverywhere(text);
  await failEverything(store, text);
  const all = TAG_NAMES.flatMap((tag) =>
    idsOf(tag, text).map((id): Shown => {
      const element = document.createElement(tag);
      return { tag, id, element: Object.assign(element, { sessionId: id }, settingsOf(tag, id, text)) };
    }),
  );
  const provider = await fixture<SessionProvider>(
    html`<session-provider lang="en" .store=${store}>${all.map(({ element }) => element)}</session-provider>`,
  );
  await settled(provider);
  await loaded(provider);
  for (const { tag, element } of all) if (tag === 'message-composer') askForReplies(element);
  await still(provider);
  return {
    provider,
    all,
    end: () => {
      provider.remove();
      store.dispose();
    },
  };
}

function settingsOf(tag: string, id: SessionId, text: string): object {
  if (tag === 'message-composer') return composing(text, id === 'chat') satisfies Partial<MessageComposer>;
  return tag === 'transcript-tools' ? { isOpen: true } : {};
}

/** The libraries first: what asks for them later gets them at once. Then every frame and every field. */
async function loaded(root: ParentNode): Promise<void> {
  await Promise.all([
    import('dompurify'),
    import('../../src/components/message-composer/rich-editor.js'),
    import('../../src/rich-text/render-markdown.js'),
  ]);
  await until(() => unready(root).length === 0);
  const late = unready(root).map(({ localName, className }) => `${localName}.${className}`);
  if (late.length > 0) throw new Error(`Never there: ${late.join()}`);
}

function askForReplies(composer: Element): void {
  findAll(composer, '.surface')[0]?.dispatchEvent(pasteOf({ 'text/plain': ' /' }));
}

const isWithinRich = (element: Element): boolean => Boolean(element.parentElement?.closest(RICH));

/** The elements that an element is made of, without those that a text may ask for: see `strangers`. */
export const shapeOf = ({ element }: Shown): readonly string[] =>
  allWithin(element)
    .filter((own) => !isWithinRich(own) && !isRepeatedLine(own))
    .map(({ localName }) => localName)
    .filter((name) => name !== 'details' && name !== 'summary');

/** How many lines of a transcript are in the document follows from how high they are: one of each kind counts. */
function isRepeatedLine(element: Element): boolean {
  const line = element.closest('.rows > *');
  const kindOf = (own: Element): string =>
    allWithin(own)
      .map(({ localName }) => localName)
      .join(' ');
  return (
    [...(line?.parentElement?.children ?? [])].find((own) => line && kindOf(own) === kindOf(line)) !==
    (line ?? undefined)
  );
}

/** A word in a class would choose a style of ours. Which of the tints a person has follows from who they are. */
export const classesOf = ({ element }: Shown): ReadonlySet<string> =>
  new Set(
    allWithin(element).flatMap((own) =>
      own.matches(RICH) || isWithinRich(own) ? [] : [...own.classList].filter((word) => !/^tint-[0-5]$/.test(word)),
    ),
  );

const mailsIn = (element: Element): Document[] =>
  findAll<HTMLIFrameElement>(element, 'iframe').flatMap(({ src, contentDocument }) =>
    src === '' && contentDocument ? [contentDocument] : [],
  );

/** Parts that show that they could not be shown. */
export const failures = ({ element }: Shown): readonly string[] =>
  findAll(element, '[part="error"]').map((own) => (own.getRootNode() as ShadowRoot).host.localName);

/** Elements in formatted messages and mails that have no business there. */
export const strangers = ({ element }: Shown): readonly string[] => [
  ...allWithin(element)
    .filter(
      (own) => isWithinRich(own) && !RICH_ELEMENTS.has(own.localName) && !own.matches('img.ProseMirror-separator'),
    )
    .map(({ localName }) => localName),
  ...mailsIn(element).flatMap(({ head, body }) => [
    ...[...head.children].map(({ localName }) => localName).filter((name) => name !== 'meta'),
    ...[...body.children].map(({ localName }) => localName).filter((name) => name !== 'main'),
    ...allWithin(body.querySelector('main')!)
      .map(({ localName }) => localName)
      .filter((name) => !MAIL_ELEMENTS.has(name)),
  ]),
];

const everythingIn = (element: Element): readonly Element[] => [
  ...allWithin(element),
  ...mailsIn(element).flatMap(({ body }) => allWithin(body)),
];

/** Attributes that run, load or lead somewhere they must not. */
export const dangers = ({ element }: Shown): readonly string[] =>
  everythingIn(element).flatMap((own) => {
    const found = own.getAttributeNames().filter((name) => /^on|^srcdoc$|^action$|^formaction$|^ping$/.test(name));
    const href = own.getAttribute('href');
    const src = own.getAttribute('src');
    if (href !== null && !LINKS.test((own as HTMLAnchorElement).href)) found.push(`href=${href}`);
    if (href !== null && !/noopener noreferrer/.test(own.getAttribute('rel') ?? '')) found.push('href without rel');
    if (src !== null && !/^data:image\//.test(src) && new URL(src, location.href).host !== location.host)
      found.push(`src=${src}`);
    return found.map((name) => `${own.localName} ${name.slice(0, 80)}`);
  });

const READ_BY_PEOPLE = ['title', 'aria-label', 'placeholder', 'alt', 'aria-placeholder', 'data-placeholder'];

const textsIn = (element: Element): readonly string[] =>
  [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes].flatMap((node) =>
    node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [],
  );

/** What people read: texts and tooltips whose marks pile up, or that turn the direction of what follows. */
export const wild = ({ element }: Shown): readonly string[] =>
  [element, ...everythingIn(element)]
    .flatMap((own) => [...textsIn(own), ...READ_BY_PEOPLE.map((name) => own.getAttribute(name) ?? '')])
    .filter((text) => /\p{M}{9}|[\u202D\u202E]/u.test(text))
    .map((text) => text.slice(0, 40));

/** Every place shows as much, or all of it. */
const SHOWN_LENGTH = 100;

export const shows = ({ element }: Shown, text: string): boolean =>
  rawTextOf(element).includes(displayableText(text, SHOWN_LENGTH));

/** Where requests went that this page and its mails made, other than to the server of the tests. */
export function strangeHosts(root: ParentNode): readonly string[] {
  const windows = findAll<HTMLIFrameElement>(root, 'iframe').flatMap(({ src, contentWindow }) =>
    src === '' && contentWindow ? [contentWindow] : [],
  );
  return [window, ...windows]
    .flatMap((own) => own.performance.getEntriesByType('resource'))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('data:') && new URL(name).host !== location.host);
}
