import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { focusableAround } from './focusable-around.js';
import { notConnected } from './not-connected.js';
import { OwnAgent } from './own-agent.js';
import { SliceController } from './slice-controller.js';
import { WorkspaceElement } from './workspace-element.js';
import type { WorkspaceHandle } from './workspace-handle.js';
import type { Session } from '../core/model/session.js';
import type { BegunField, Change } from '../core/state/begun.js';
import { selectSelectedId } from '../core/selectors/select-selection.js';
import { selectSessionContent } from '../core/selectors/select-session.js';
import { emptyState } from '../views/empty-state.js';
import { withoutNull } from '../views/without-null.js';

/** What a widget about one session stands on: which session, its record, and what to show without one. */
export abstract class SessionWidget extends WorkspaceElement {
  /** The session to show. Without it, the widget follows the selected session. */
  @property({ attribute: 'session-id' }) sessionId: string | undefined;

  readonly #agent = new OwnAgent(this, () => {
    this.forget();
  });
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

  /** Whose workspace is on screen. */
  protected get agentId(): string | undefined {
    return this.#agent.id;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    withoutNull(this, changed);
  }

  /** Focus stays here also where what had it goes without an heir: with its session, or for another one. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    if (focused && !focused.isConnected)
      queueMicrotask(() => {
        if (document.activeElement === document.body) focusableAround(this).focus();
      });
  }

  /** Keeps what the agent on screen has begun for a session; undefined lets go of it. */
  protected keep<F extends BegunField>(
    field: F,
    value: Change<F>,
    sessionId = this.shownId,
    agentId = this.agentId,
  ): void {
    if (sessionId !== undefined) this.workspace?.store.keep(field, sessionId, value, agentId);
  }

  /** Lets go of what this holds of one agent beside the store, as soon as another one is there. */
  protected forget(): void {
    // Most hold nothing.
  }

  protected override render(): TemplateResult {
    const { workspace, shownId } = this;
    if (!workspace) return notConnected(this);
    const { strings } = workspace.localization;
    // Before the gateway has said whose sessions there are, none of them is known, and none unknown.
    if (this.agentId === undefined) return emptyState(strings.common.loading);
    if (shownId === undefined) return emptyState(strings.common.noSession);
    const session = this.#session.value;
    if (!session) return emptyState(strings.common.unknownSession);
    return this.renderKnown(session, workspace);
  }

  /** Shows a session that is there. */
  protected renderKnown(session: Session, workspace: WorkspaceHandle): TemplateResult {
    return this.renderSession(session, workspace);
  }

  protected abstract renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult;
}
