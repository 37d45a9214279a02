import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { MessageDelivery } from '../../core/model/messaging.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { speakerName } from '../../core/transcript/speaker-name.js';
import type { NumberOf } from '../../core/transcript/speaker-name.js';
import { speakerWords } from '../../localize/en/speakers.js';
import type { chatConversation } from '../../localize/en/chat-conversation.js';
import type { Strings } from '../../localize/en.js';
import { wordFor } from '../../localize/words.js';
import { Check, CheckCheck, Clock, Eye, TriangleAlert } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import { reasonOf } from '../../views/failed-commands.js';
import { receivedFiles } from '../../views/received-files.js';
import { longText } from '../../views/long-text.js';
import type { ChatItem, Outgoing } from './chat-items.js';
import type { ChatTimes } from './chat-times.js';

/** What a bubble needs besides its message. */
export interface BubbleScene {
  readonly strings: Strings;
  readonly locale: string;
  readonly numberOf: NumberOf;
  readonly words: typeof chatConversation;
  readonly times: ChatTimes;
  readonly now: number;
  /** What the signed-in agent is called, as far as that is known. */
  readonly agentName: string | undefined;
  /** What a pending message waits for. */
  readonly waiting: string;
  /** Absent until what renders formatted messages is loaded. */
  readonly renderMarkdown: ((text: string) => unknown) | undefined;
  readonly canSend: boolean;
  readonly onRetry: (item: ChatItem) => void;
  readonly onDiscard: (outgoing: Outgoing) => void;
}

/** A newer backend may know further ways; those have a word and no icon. */
const DELIVERY_ICONS: ReadonlyMap<MessageDelivery, Drawing> = new Map([
  ['failed', TriangleAlert],
  ['sent', Check],
  ['delivered', CheckCheck],
  ['read', Eye],
]);

/** One message, with the day above it where a new one begins. */
export function chatBubble(item: ChatItem, scene: BubbleScene): TemplateResult {
  const { segment, at, isOwn, isNewDay, isContinued } = item;
  const { role } = segment.speaker;
  const side = role === 'system' ? 'middle' : isOwn ? 'own' : 'other';
  const time =
    at === undefined
      ? nothing
      : html`<time class="quiet figures" translate="no"><bdi translate="no">${scene.times.timeOf(at)}</bdi></time>`;
  return html`<li class="message ${side} ${isContinued ? 'continued' : ''}" data-role=${role} data-id=${segment.id} part="message">
    ${isNewDay && at !== undefined ? html`<div class="day quiet">${scene.times.dayOf(at, scene.now, scene.words)}</div>` : nothing}
    <div class="who quiet">${isContinued ? nothing : html`<bdi translate="no" class="name">${nameOf(item, scene)}</bdi> ${time}`}</div>
    <div class="bubble" lang=${ifDefined(segment.language)}>${textOf(item, scene)}${filesOf(item, scene)}</div>
    ${isOwn ? stateOf(item, scene) : nothing}
  </li>`;
}

/** Who wrote a message, for the agent to read. */
export function nameOf(
  { segment, isOwn }: Pick<ChatItem, 'segment' | 'isOwn'>,
  scene: Pick<BubbleScene, 'agentName' | 'words' | 'strings' | 'numberOf'>,
): string {
  const { name } = segment.speaker;
  if (isOwn && (name === undefined || name === scene.agentName)) return scene.words.you;
  return displayableText(speakerName(segment.speaker, scene.strings.speaker ?? speakerWords, scene.numberOf), 200);
}

function textOf({ segment }: ChatItem, { renderMarkdown, strings }: BubbleScene): unknown {
  const { text, format, attachments } = segment;
  if (text === '' && attachments?.length) return nothing;
  return guard([text, format, renderMarkdown], () => {
    const formatted = format === 'markdown' ? renderMarkdown?.(text) : undefined;
    return formatted ?? html`<bdi translate="no" class="plain-text">${longText(text, strings.common.showMore)}</bdi>`;
  });
}

function filesOf({ segment: { attachments } }: ChatItem, { strings, locale }: BubbleScene): unknown {
  if (!attachments?.length) return nothing;
  return guard([attachments, strings, locale], () =>
    receivedFiles(attachments, { strings, locale, hasPictures: true }),
  );
}

/** How far a message of the agent has come, in words, and what can be done when it did not get far. */
function stateOf(item: ChatItem, scene: BubbleScene): unknown {
  const { segment, outgoing } = item;
  const { words } = scene;
  if (outgoing?.status === 'pending')
    return html`<div class="state quiet">${icon(Clock)}<bdi translate="no">${scene.waiting}</bdi></div>`;
  if (outgoing) return failed(item, notSent(outgoing, scene), scene);
  const { delivery } = segment;
  if (delivery === undefined) return nothing;
  if (delivery === 'failed') return failed(item, notDelivered(segment, scene), scene);
  const node = DELIVERY_ICONS.get(delivery);
  return html`<div class="state quiet">${node ? icon(node) : nothing}<bdi translate="no">${wordFor(words.delivery, delivery)}</bdi></div>`;
}

/** That a message was not sent, and why. */
export const notSent = (
  failed: Parameters<typeof reasonOf>[0],
  { words, strings }: Pick<BubbleScene, 'words' | 'strings'>,
): string => `${words.notSent}: ${reasonOf(failed, strings)}`;

/** That a message was sent and did not get there, and why, where that is known. */
export function notDelivered({ deliveryFailure }: TranscriptSegment, { words }: Pick<BubbleScene, 'words'>): string {
  const word = wordFor(words.delivery, 'failed');
  return deliveryFailure === undefined ? word : `${word}: ${displayableText(deliveryFailure, 300)}`;
}

function failed(item: ChatItem, sentence: string, { words, canSend, onRetry, onDiscard }: BubbleScene): TemplateResult {
  const { outgoing } = item;
  return html`<div class="state failed" part="failure">
    <span>${icon(TriangleAlert)}<bdi translate="no">${sentence}</bdi></span>
    ${
      canSend
        ? html`<button
          type="button"
          @click=${() => {
            onRetry(item);
          }}
        >
          ${words.tryAgain}
        </button>`
        : nothing
    }
    ${
      outgoing
        ? html`<button
          type="button"
          class="plain"
          @click=${() => {
            onDiscard(outgoing);
          }}
        >
          ${words.discard}
        </button>`
        : nothing
    }
  </div>`;
}
