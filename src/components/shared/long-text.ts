import { html } from 'lit';
import { TEXT_STEP, displayableText, endOfStep, textOf } from '../../core/text/displayable-text.js';

const MOST_STEPS = 100;

/**
 * Text of any length. What goes beyond a step is folded away behind `more`, step after step, and laid out only when
 * it is unfolded. After a hundred steps (a million characters) it is cut.
 */
export function longText(text: string, more: string, steps = MOST_STEPS): unknown {
  const whole = textOf(text);
  if (whole.length <= TEXT_STEP || steps <= 1) return displayableText(whole);
  const end = endOfStep(whole, 0);
  return html`${displayableText(whole.slice(0, end))}
    <details>
      <summary>${more}</summary>
      ${longText(whole.slice(end), more, steps - 1)}
    </details>`;
}
