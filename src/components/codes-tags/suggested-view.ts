import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { each } from '../../context/each.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { codesTags } from '../../localize/en/codes-tags.js';
import { Sparkles } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Choices } from './choices.js';
import type { SuggestedChoice } from './suggested-choices.js';

const LONGEST_SHOWN = 300;
/** Most suggestions on screen; what is taken makes room for others. */
const MOST_ROWS = 20;

/** What the view shows and offers. */
export interface SuggestedView {
  readonly choices: readonly SuggestedChoice[];
  readonly chosen: Choices;
  readonly labelOf: (code: string) => string;
  readonly words: typeof codesTags;
  readonly dismissWord: string;
  readonly apply: (choices: readonly SuggestedChoice[]) => void;
  readonly dismiss: () => void;
}

/** Tells that a machine suggests something, and lays it out. */
export const suggestedButton = (count: number, words: typeof codesTags, layOut: () => void): TemplateResult =>
  html`<button type="button" class="plain lay-out" aria-expanded="false" @click=${layOut}>
    ${icon(Sparkles)}<span>${words.suggestedCount(count)}</span>
  </button>`;

/** Codes and tags that a machine suggests, each to be taken with one click. */
export function suggestedView(view: SuggestedView): TemplateResult {
  const { choices, words, dismissWord, apply, dismiss } = view;
  return html`<div class="suggested" role="group" aria-labelledby="suggested" part="suggested">
    <p class="quiet" id="suggested">${icon(Sparkles)}${words.suggested}</p>
    <ul>
      ${each(
        choices.slice(0, MOST_ROWS),
        ({ key }) => key,
        (choice) => suggestedRow(choice, view),
      )}
    </ul>
    <div class="answers">
      ${
        choices.length < 2
          ? nothing
          : html`<button
            type="button"
            @click=${() => {
              apply(choices);
            }}
          >
            ${words.applyAll}
          </button>`
      }
      <button type="button" class="plain" @click=${dismiss}>${dismissWord}</button>
    </div>
  </div>`;
}

function suggestedRow(choice: SuggestedChoice, { chosen, labelOf, words, apply }: SuggestedView): TemplateResult {
  const { kind, value } = choice;
  const name = kind === 'tag' ? words.suggestedTag : words[kind];
  const text = kind === 'tag' ? displayableText(value, LONGEST_SHOWN) : labelOf(value);
  const replaced = kind === 'tag' ? undefined : chosen[kind].shown;
  return html`<li>
    <span
      ><span class="quiet">${name}</span> <bdi translate="no">${text}</bdi>${
        replaced === undefined
          ? nothing
          : html` <span class="quiet" translate="no">${words.insteadOf(labelOf(replaced))}</span>`
      }</span
    >
    <button
      type="button"
      class="apply"
      aria-label="${words.apply}: ${name} ${text}"
      @click=${() => {
        apply([choice]);
      }}
    >
      ${words.apply}
    </button>
  </li>`;
}
