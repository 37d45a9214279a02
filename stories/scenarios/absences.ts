import { WIDGETS } from '../../src/index.js';
import type { AbsenceReason, Session, Widget } from '../../src/index.js';
import { aDocument, aSession, withAgent, withCardLine } from './builders.js';
import { inWorkspace } from './in-workspace.js';

/** Why a widget is not there although the service and its sessions would have something for it. */
type Cause = Exclude<AbsenceReason, 'unknown-service' | 'no-data'>;

const speech = { transcription: true, liveCaption: true, summarization: true };
const on = { extensions: { widgets: WIDGETS }, companion: speech };

/** The document of all scenarios with everything on but for one cause. */
function documentFor(widget: Widget, cause: Cause): unknown {
  switch (cause) {
    case 'widget-off':
      return withCardLine({ ...on, extensions: { widgets: WIDGETS.filter((own) => own !== widget) } });
    case 'feature-off':
      return withCardLine({ ...on, companion: { transcription: widget !== 'transcript-view' } });
    case 'no-recognizer':
      return withCardLine({ ...on, companion: { ...speech, recognizer: false } });
    case 'service-not-licensed':
      return withCardLine({ ...on, licence: 'advanced-routing' });
    case 'tenant-not-licensed':
      return { ...(withCardLine(on) as object), tenant: { ...aDocument.tenant, companionLicences: false } };
    case 'user-not-licensed':
      return { ...(withCardLine(on) as object), ...usersWithout() };
  }
}

function usersWithout(): Pick<typeof aDocument, 'users'> {
  const { users } = withAgent({ companionLicence: false }) as typeof aDocument;
  return { users };
}

/** A story of a widget that is not there. */
export const absent = (
  widget: Widget,
  cause: Cause,
  session: Session = aSession(),
): { args: { sessionId: string }; decorators: ReturnType<typeof inWorkspace>[] } => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session], document: documentFor(widget, cause) })],
});
