import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { EmailMessage, MailAddress, MailAttachment } from '../../core/model/email.js';
import { isBlank } from '../../core/text/blank.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { emailConversation } from '../../localize/en/email-conversation.js';
import { CornerDownLeft, Paperclip, TriangleAlert } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { answersElsewhere, claimedAddress } from './addresses.js';
import { receivedFiles } from '../../views/received-files.js';

const MOST_PEOPLE = 100;

/** Whoever it is, name and address apart: one can contain signs that turn or resemble the other. */
export const renderPerson = ({ name, address }: MailAddress): TemplateResult =>
  name === undefined || isBlank(name)
    ? html`<bdi translate="no">${displayableText(address, 300)}</bdi>`
    : html`<bdi translate="no">${displayableText(name, 300)}</bdi> <bdi translate="no" class="quiet">&lt;${displayableText(address, 300)}&gt;</bdi>`;

const renderPeople = (people: readonly MailAddress[]): TemplateResult =>
  html`<ul>
    ${people.slice(0, MOST_PEOPLE).map((person) => html`<li>${renderPerson(person)}</li>`)}
    ${people.length > MOST_PEOPLE ? html`<li>+${people.length - MOST_PEOPLE}</li>` : nothing}
  </ul>`;

/** Who wrote to whom, when and about what. */
export function renderHeader(email: EmailMessage, { localization, store }: WorkspaceHandle): TemplateResult {
  const words = localization.strings['email-conversation'] ?? emailConversation;
  const { from, to, cc = [], subject = '', sentAt } = email;
  const moment = sentAt === undefined ? '' : localization.formatMoment(sentAt, store.clock.now());
  const claimed = claimedAddress(from);
  const answers = answersElsewhere(email);
  return html`<header part="header">
    <h3><bdi translate="no">${isBlank(subject) ? words.noSubject : displayableText(subject, 1000)}</bdi></h3>
    <p class="from">
      <span>${renderPerson(from)}</span>
      ${moment === '' ? nothing : html`<bdi class="quiet figures" translate="no">${moment}</bdi>`}
    </p>
    ${
      claimed === undefined
        ? nothing
        : html`<p class="warning">${icon(TriangleAlert)}<span>${words.notTheAddress(displayableText(claimed, 300))}</span></p>`
    }
    ${
      answers === undefined
        ? nothing
        : html`<div class="warning answers-to">${icon(CornerDownLeft)}<span>${words.answersGoTo} ${renderPeople(answers)}</span></div>`
    }
    <details>
      <summary class="quiet">${words.details}</summary>
      <dl>
        <dt>${words.from}</dt>
        <dd>${renderPerson(from)}</dd>
        ${answers === undefined ? nothing : html`<dt>${words.replyTo}</dt><dd>${renderPeople(answers)}</dd>`}
        <dt>${words.to}</dt>
        <dd>${to.length === 0 ? words.nobody : renderPeople(to)}</dd>
        ${cc.length === 0 ? nothing : html`<dt>${words.cc}</dt><dd>${renderPeople(cc)}</dd>`}
      </dl>
    </details>
  </header>`;
}

/** The files that came along. */
export function renderAttachments(files: readonly MailAttachment[], { localization }: WorkspaceHandle): unknown {
  if (files.length === 0) return nothing;
  const words = localization.strings['email-conversation'] ?? emailConversation;
  return html`<section class="files" part="attachments" aria-label=${words.attachments(files.length)}>
    <p class="quiet">${icon(Paperclip)}<bdi translate="no">${words.attachments(files.length)}</bdi></p>
    ${receivedFiles(files, localization)}
  </section>`;
}
