import { html } from 'lit';
import { TEXT_STEP, displayableText, endOfStep, textOf } from '../core/text/displayable-text.js';

const MOST_STEPS = 100;

/**
 * Text of any length. What goes beyond the `first` characters is folded away behind `more`, step after step, and laid
 * out only when it is unfolded. After a hundred steps (a million characters) it is cut.
 */
export const longText = (text: string, more: string, first = TEXT_STEP): unknown =>
  inSteps(textOf(text), more, first, MOST_STEPS);

function inSteps(text: string, more: string, step: number, steps: number): unknown {
  if (text.length <= step || steps <= 1) return displayableText(text, step);
  const end = endOfStep(text, 0, step);
  return html`${displayableText(text.slice(0, end), step)}
    <details>
      <summary>${more}</summary>
      ${inSteps(text.slice(end), more, TEXT_STEP, steps - 1)}
    </details>`;
}
