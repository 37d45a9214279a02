import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectSelectedId, selectSessionContent } from '../../core/selectors/select-workspace.js';
import { en } from '../../localize/en.js';

/** What a widget about one session stands on: which session, its record, and what to show without one. */
export abstract class SessionWidget extends WorkspaceElement {
  /** The session to show. Without it, the widget follows the selected session. */
  @property({ attribute: 'session-id' }) sessionId: string | undefined;

  readonly #selected = new SliceController(
    this,
    () => selectSelectedId,
    () => (this.sessionId === undefined ? true : undefined),
  );
  readonly #session = new SliceController(this, selectSessionContent, () => this.shownId);

  /** The id of the session shown. */
  protected get shownId(): string | undefined {
    return this.sessionId ?? this.#selected.value;
  }

  protected override render(): TemplateResult {
    const { workspace, shownId } = this;
    if (!workspace) return emptyState(en.common.notConnected);
    const { strings } = workspace.localization;
    if (shownId === undefined) return emptyState(strings.common.noSession);
    const session = this.#session.value;
    return session ? this.renderSession(session, workspace) : emptyState(strings.common.unknownSession);
  }

  protected abstract renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult;
}

/** One sentence in place of a widget's content. */
export const emptyState = (sentence: string): TemplateResult => html`<p class="empty" part="empty">${sentence}</p>`;
