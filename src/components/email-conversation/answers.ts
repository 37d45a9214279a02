import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { each } from '../../context/each.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { emailConversation } from '../../localize/en/email-conversation.js';
import { wordFor } from '../../localize/words.js';
import { CircleAlert } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { longText } from '../../views/long-text.js';

type RenderMarkdown = (text: string) => unknown;

/** What was answered so far, oldest first, and how far each answer has come. */
export function renderAnswers(
  transcript: SegmentList | undefined,
  workspace: WorkspaceHandle,
  renderMarkdown: RenderMarkdown | undefined,
): unknown {
  const answers = [...(transcript ?? [])].filter(({ speaker }) => speaker.role === 'agent');
  if (answers.length === 0) return nothing;
  const words = workspace.localization.strings['email-conversation'] ?? emailConversation;
  return html`<section class="answers" part="answers" aria-label=${words.answers}>
    ${each(
      answers,
      ({ id }) => id,
      (answer) => renderAnswer(answer, workspace, renderMarkdown),
    )}
  </section>`;
}

function renderAnswer(
  answer: TranscriptSegment,
  { localization, store }: WorkspaceHandle,
  renderMarkdown: RenderMarkdown | undefined,
): TemplateResult {
  const words = localization.strings['email-conversation'] ?? emailConversation;
  const { speaker, text, at, format, delivery, deliveryFailure } = answer;
  const moment = at === undefined ? '' : localization.formatMoment(at, store.clock.now());
  const reason = deliveryFailure === undefined ? '' : `: ${displayableText(deliveryFailure, 300)}`;
  return html`<article class="answer">
    <p class="quiet figures" translate="no">
      <bdi translate="no">${words.sentBy(displayableText(speaker.name ?? words.you, 200), moment)}</bdi>
      ${
        delivery === undefined
          ? nothing
          : delivery === 'failed'
            ? html`<span class="undelivered">${icon(CircleAlert)}<bdi translate="no">${words.delivery.failed}${reason}</bdi></span>`
            : html`<bdi translate="no">${wordFor(words.delivery, delivery)}</bdi>`
      }
    </p>
    ${
      (format === 'markdown' ? renderMarkdown?.(text) : undefined) ??
      html`<div class="text" dir="auto"><bdi translate="no">${longText(text, localization.strings.common.showMore)}</bdi></div>`
    }
  </article>`;
}
