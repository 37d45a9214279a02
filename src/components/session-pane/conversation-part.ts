import { html, nothing } from 'lit';
import type { SessionWidgets } from '../../core/configuration/widgets-of-session.js';
import type { Widget } from '../../core/configuration/widgets.js';
import type { Session } from '../../core/model/session.js';
import { absenceWords } from '../../localize/en/absences.js';
import type { Strings } from '../../localize/en.js';
import { workspaceLaterWords } from '../../localize/en/workspace-later.js';
import { paneWords } from '../../localize/en/session-pane.js';
import { emptyState } from '../../views/empty-state.js';

/**
 * What is said or written. Speech is transcribed only where the service's owner, licences and a recognizer allow it; what
 * is written is always there. Captions give way to a transcript: what is said is said once.
 *
 * @param show renders one widget
 */
export function renderConversation(
  { modality }: Session,
  { present, absent }: SessionWidgets,
  strings: Strings,
  show: (widget: Widget, more?: Readonly<Record<string, unknown>>) => unknown,
): unknown {
  const { absence = absenceWords, workspace = workspaceLaterWords, pane: words = paneWords } = strings;
  if (present.includes('companion-chat')) return show('companion-chat');
  if (modality === 'external') return emptyState(workspace.noConversation);
  const isSpeech = modality === 'audio-video';
  const isCaptioned = isSpeech && present.includes('live-caption');
  if (!isSpeech || present.includes('transcript-view'))
    return show('transcript-view', { note: isCaptioned ? words.captionsRest : undefined });
  const reason = absent.find(({ widget }) => widget === 'transcript-view')?.reason;
  return html`
    ${isCaptioned ? show('live-caption') : nothing}
    ${emptyState(reason ? workspace.noTranscription(absence[reason]) : workspace.noConversation)}
  `;
}
