import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SliceController } from './slice-controller.js';
import { WorkspaceElement } from './workspace-element.js';
import type { WorkspaceHandle } from './workspace-handle.js';
import type { AbsenceReason } from '../core/configuration/widgets-of-session.js';
import type { Widget } from '../core/configuration/widgets.js';
import type { Session } from '../core/model/session.js';
import { selectSelectedId } from '../core/selectors/select-selection.js';
import { selectSessionContent, selectWidgets } from '../core/selectors/select-session.js';
import { en } from '../localize/en.js';
import { absenceWords } from '../localize/en/absences.js';
import { emptyState } from '../views/empty-state.js';

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
  readonly #widgets = new SliceController(this, selectWidgets, () => (this.widget ? this.shownId : undefined));

  /** What a service's owner switches on and licences allow; an element that is no such widget is always there. */
  protected get widget(): Widget | undefined {
    return undefined;
  }

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
    if (!session) return emptyState(strings.common.unknownSession);
    const absence = this.#absenceFrom(session);
    return absence ? emptyState((strings.absence ?? absenceWords)[absence]) : this.renderSession(session, workspace);
  }

  /** Why the widget is not there. Where nobody switched it off, it says itself what it lacks. */
  #absenceFrom({ modality }: Session): AbsenceReason | undefined {
    const { widget } = this;
    // Licences and switches are about speech; what is written is always there.
    if (widget === 'transcript-view' && modality !== 'audio-video') return undefined;
    const reason = this.#widgets.value?.absent.find((absent) => absent.widget === widget)?.reason;
    return reason === 'no-data' || reason === 'unknown-service' ? undefined : reason;
  }

  protected abstract renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult;
}
