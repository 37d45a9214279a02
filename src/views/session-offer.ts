import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * An offer that is answered where it stands.
 *
 * @param card who is there and for which service, such as a `sessionCard`
 * @param answers both answers and how long there is to give one. They stand beside the card and not in it: the focus in
 *   them must outlive the card's own renderings until the list moves the session
 */
export const sessionOffer = (card: unknown, answers: unknown): TemplateResult =>
  html`${card}
    <div class="answer">${answers}</div>`;

/** For every element that shows offers. */
export const sessionOfferStyles = css`
  .answer {
    padding: 0 12px 8px;
    padding-inline-start: 55px;
  }
`;
