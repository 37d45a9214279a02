import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { each } from '../../context/each.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Modality } from '../../core/model/modality.js';
import type { Session } from '../../core/model/session.js';
import type { Strings } from '../../localize/en.js';
import { companionChat } from '../../localize/en/companion-chat.js';
import { wordFor } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { nestedLater } from '../../registration/nested-later.js';
import { emptyState } from '../../views/empty-state.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { styles } from './companion-chat.styles.js';

const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['im', 'chat-conversation'],
  ['email', 'email-conversation'],
  ['external', 'external-task'],
]);

/**
 * Where the agent works with the customer in writing: a chat, a mail or a task of another system, each loaded when the
 * first session of its kind is shown.
 *
 * @tag companion-chat
 * @summary The written conversation of one session, whatever its modality.
 * @cssproperty [--my-sessions-companion-height=auto] - The height of the conversation, for a place that gives it one.
 */
export class CompanionChat extends ServiceWidget {
  static override styles = [base, styles];

  protected override get widget(): 'companion-chat' {
    return 'companion-chat';
  }

  /** The elements shown so far and the session each was shown for: another modality hides them with what is in them. */
  readonly #shown = new Map<string, string>();

  protected override forget(): void {
    this.#shown.clear();
  }

  protected override renderSession(
    { id, modality }: Session,
    { localization: { strings } }: WorkspaceHandle,
  ): TemplateResult {
    const words = strings['companion-chat'] ?? companionChat;
    const own = ELEMENTS.get(modality);
    if (own !== undefined) this.#shown.set(own, id);
    return html`
      ${own === undefined ? emptyState(sentenceFor(modality, words, strings)) : nothing}
      ${each(
        this.#shown,
        ([tag]) => tag,
        ([tag, sessionId]) => html`<div class="conversation" ?hidden=${tag !== own}>
          ${nestedLater(strings, this, 'companion-chat', tag, { sessionId })}
        </div>`,
      )}
    `;
  }
}

const sentenceFor = (modality: Modality, words: typeof companionChat, strings: Strings): string =>
  modality === 'audio-video' ? words.spoken : words.unknownModality(wordFor(strings.modality, modality));

declare global {
  interface HTMLElementTagNameMap {
    'companion-chat': CompanionChat;
  }
}
