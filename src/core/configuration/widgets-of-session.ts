import type { Session } from '../model/session.js';
import type { Configuration, Service, User } from './configuration.js';
import { RECORD_WIDGETS, WIDGETS } from './widgets.js';
import type { Widget } from './widgets.js';

/**
 * Why a widget is not shown, first cause first in the order of the gate chain (Nimbus Companion): licence of the
 * service, feature, widget, licence of the tenant and of the user, recognizer, data. Before all: the configuration does
 * not know the service.
 */
export type AbsenceReason =
  | 'unknown-service'
  | 'service-not-licensed'
  | 'feature-off'
  | 'widget-off'
  | 'tenant-not-licensed'
  | 'user-not-licensed'
  | 'no-recognizer'
  | 'no-data';

export interface AbsentWidget {
  readonly widget: Widget;
  readonly reason: AbsenceReason;
}

export interface SessionWidgets {
  /** In the order the service's owner chose. */
  readonly present: readonly Widget[];
  /** In the order of the vocabulary. */
  readonly absent: readonly AbsentWidget[];
}

/**
 * Which widgets a session gets, and for each absent one why not. Composition is per service (Nimbus Extensions
 * settings), so the same agent sees different widgets for sessions of different services.
 */
export function widgetsOfSession(
  configuration: Configuration,
  session: Pick<Session, 'serviceId' | 'modality'>,
  agentId: string | undefined,
): SessionWidgets {
  const service = configuration.services.get(session.serviceId);
  if (session.modality === 'record') return { present: widgetsOfRecord(service, session), absent: [] };
  const user = agentId === undefined ? undefined : configuration.users.get(agentId);
  const absent: AbsentWidget[] = [];
  for (const widget of WIDGETS) {
    const reason = service ? absenceOf(widget, configuration, service, user, session) : 'unknown-service';
    if (reason) absent.push({ widget, reason });
  }
  const missing = new Set(absent.map(({ widget }) => widget));
  const present = [...new Set(service?.extensions.widgets)].filter((widget) => !missing.has(widget));
  return { present, absent };
}

/** What a record has to show. Nobody has switched anything off; one of an unknown kind has its details. */
const widgetsOfRecord = (service: Service | undefined, session: Pick<Session, 'modality'>): readonly Widget[] =>
  RECORD_WIDGETS.filter((widget) =>
    service ? hasData(widget, service.extensions, session) : widget === 'session-details',
  );

const SPEECH_FEATURES = {
  'transcript-view': 'transcription',
  'live-caption': 'liveCaption',
  'session-summary': 'summarization',
} as const;

function absenceOf(
  widget: Widget,
  { tenant }: Configuration,
  { licence, extensions, companion }: Service,
  user: User | undefined,
  session: Pick<Session, 'serviceId' | 'modality'>,
): AbsenceReason | undefined {
  if (licence === 'advanced-routing') return 'service-not-licensed';
  const isOn = extensions.widgets.includes(widget);
  if (!isSpeechWidget(widget)) {
    if (!isOn) return 'widget-off';
    return hasData(widget, extensions, session) ? undefined : 'no-data';
  }
  // Live caption and summary are made from the transcript: without transcription they are off whatever their switch says.
  if (!companion[SPEECH_FEATURES[widget]] || !companion.transcription) return 'feature-off';
  if (!isOn) return 'widget-off';
  if (!tenant.companionLicences) return 'tenant-not-licensed';
  if (!user?.companionLicence) return 'user-not-licensed';
  if (!companion.recognizer) return 'no-recognizer';
  return session.modality === 'audio-video' ? undefined : 'no-data';
}

const isSpeechWidget = (widget: Widget): widget is keyof typeof SPEECH_FEATURES =>
  Object.hasOwn(SPEECH_FEATURES, widget);

function hasData(widget: Widget, extensions: Service['extensions'], session: Pick<Session, 'modality'>): boolean {
  switch (widget) {
    case 'session-map':
      return extensions.mapParameter !== undefined;
    case 'conversation-context':
      return extensions.conversationContext.length > 0;
    case 'embedded-context':
      return extensions.embeddedContext !== undefined;
    case 'companion-chat':
      return session.modality === 'im' || session.modality === 'email' || session.modality === 'external';
    default:
      return true;
  }
}
