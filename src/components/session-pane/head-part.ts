import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { elapsed } from '../../context/duration-directive.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { countsSince } from '../../core/rules/counts-since.js';
import { isOver } from '../../core/rules/session-phase.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { stateWords } from '../../localize/en/sessions.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { outcomeOf } from '../../views/task-result.js';

/** Who, which service, which state and since when, and the controls. */
export function renderHead(
  session: Session,
  service: string,
  workspace: WorkspaceHandle,
  controls: unknown,
): TemplateResult {
  const { strings } = workspace.localization;
  return html`<header part="header">
    <div class="who">
      <h2 title=${titleOf(session, strings)}><bdi translate="no">${titleOf(session, strings)}</bdi></h2>
      <p class="facts quiet figures" translate="no">
        ${icon(modalityIcon(session.modality))}
        <span>${wordFor(strings.modality, session.modality)}</span>
        <bdi translate="no" title=${displayableText(service, 200)}>${displayableText(service, 200)}</bdi>
        <span
          >${wordFor(strings.state ?? stateWords, session.state)}
          ${session.state === 'ended' ? nothing : elapsed(workspace, session.id, countsSince(session))}</span
        >
        ${isOver(session.state) ? (outcomeOf(session, strings) ?? nothing) : nothing}
      </p>
    </div>
    ${controls}
  </header>`;
}
