import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { messageComposer } from '../../localize/en/message-composer.js';
import type { EditorHost } from './editor-host.js';
import { isOfComposition } from '../../views/composing.js';

interface PlainField {
  readonly words: typeof messageComposer;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly host: EditorHost;
  readonly onInput: (text: string) => void;
}

/** The field that stands in for an editor that could not be loaded, and sends by the same keys. */
export function plainField({ words, label, placeholder, text, host, onInput }: PlainField): TemplateResult {
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSending = host.submitOn === 'enter' ? !event.shiftKey : event.ctrlKey || event.metaKey;
    if (event.key !== 'Enter' || isOfComposition(event) || !isSending) return;
    event.preventDefault();
    host.submit();
  };
  return html`<p class="quiet">${words.plainOnly}</p>
    <textarea
      class="surface"
      aria-label=${label}
      aria-describedby="count"
      placeholder=${placeholder}
      ?readonly=${host.isDisabled}
      .value=${live(text)}
      @input=${(event: Event) => {
        onInput((event.currentTarget as HTMLTextAreaElement).value);
      }}
      @keydown=${onKeyDown}
    ></textarea>`;
}
