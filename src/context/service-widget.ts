import type { TemplateResult } from 'lit';
import type { AbsenceReason } from '../core/configuration/widgets-of-session.js';
import type { Widget } from '../core/configuration/widgets.js';
import type { Session } from '../core/model/session.js';
import { selectWidgets } from '../core/selectors/select-widgets.js';
import { absenceWords } from '../localize/en/absences.js';
import { emptyState } from '../views/empty-state.js';
import { SessionWidget } from './session-widget.js';
import { SliceController } from './slice-controller.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** A widget that a service's owner switches on and licences allow: where one is missing, it says so in its place. */
export abstract class ServiceWidget extends SessionWidget {
  readonly #widgets = new SliceController(this, selectWidgets, () => this.shownId);

  /** What the owner of a service switches it on by. */
  protected abstract get widget(): Widget;

  protected override renderKnown(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const absence = this.#absenceFrom(session);
    const { absence: words = absenceWords } = workspace.localization.strings;
    return absence ? emptyState(words[absence]) : super.renderKnown(session, workspace);
  }

  /** Why the widget is not there. Where nobody switched it off, it says itself what it lacks. */
  #absenceFrom({ modality }: Session): AbsenceReason | undefined {
    const { widget } = this;
    // Licences and switches are about speech; what is written is always there.
    if (widget === 'transcript-view' && modality !== 'audio-video') return undefined;
    const reason = this.#widgets.value?.absent.find((absent) => absent.widget === widget)?.reason;
    return reason === 'no-data' || reason === 'unknown-service' ? undefined : reason;
  }
}
