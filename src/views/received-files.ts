import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { safeUrl } from '../core/fields/safe-url.js';
import { webLink } from '../core/fields/web-link.js';
import type { Attachment } from '../core/model/attachment.js';
import { isPixels } from '../core/rules/file-kind.js';
import { displayableText } from '../core/text/displayable-text.js';
import { shownFileName } from '../core/text/file-name.js';
import { ExternalLink } from '../icons/drawings.js';
import { icon } from '../icons/icon.js';
import { attachmentWords } from '../localize/en/attachments.js';
import type { Strings } from '../localize/en.js';
import { fileSize } from '../localize/file-size.js';
import { fileIcon } from './file-icon.js';
import { pictureFromAfar } from './picture-from-afar.js';

const MOST_FILES = 200;

export interface ReceivedScene {
  readonly strings: Strings;
  readonly locale: string;
  /** Whether a picture is shown when the agent asks for it; its sender may learn of that. */
  readonly hasPictures?: boolean;
}

/**
 * Files that came with a message or a mail, as rows with name, size and kind. What is safe to open opens in a tab of its
 * own, never in the page; nothing is loaded by itself.
 */
export const receivedFiles = (files: readonly Attachment[], scene: ReceivedScene): TemplateResult =>
  html`<ul class="received">
    ${files.slice(0, MOST_FILES).map((file) => renderFile(file, scene))}
    ${files.length > MOST_FILES ? html`<li>+${files.length - MOST_FILES}</li>` : nothing}
  </ul>`;

function renderFile(file: Attachment, { strings, locale, hasPictures = false }: ReceivedScene): TemplateResult {
  const { size, mediaType, url } = file;
  const words = strings.attachment ?? attachmentWords;
  const name = shownFileName(file.name) || words.unnamed;
  const shown = html`<bdi translate="no">${name}</bdi>`;
  const href = url === undefined ? undefined : webLink(url);
  const picture = hasPictures && isPixels(mediaType) && href !== undefined ? safeUrl(href, 'request') : undefined;
  return html`<li>
    ${fileIcon(file)}
    ${
      href === undefined
        ? shown
        : html`<a href=${href} target="_blank" rel="noopener noreferrer" title=${words.opens}>${shown}${icon(ExternalLink)}</a>`
    }
    <span class="quiet figures" translate="no">
      <bdi translate="no">${fileSize(size, locale)}</bdi> ${mediaType === undefined ? nothing : html`<bdi translate="no">${displayableText(mediaType, 100)}</bdi>`}
    </span>
    ${picture === undefined ? nothing : pictureFromAfar(picture, name, words)}
  </li>`;
}
