import { en } from './en.js';
import { commandFailureWords } from './en/command-failures.js';
import { sessionWords, stateWords } from './en/sessions.js';
import { listWords } from './en/sessions-list.js';
import { controlsWords, verbWords } from './en/session-controls.js';
import { connectionWords } from './en/connection-status.js';
import { paneWords, widgetWords } from './en/session-pane.js';
import { absenceWords } from './en/absences.js';
import { workspaceWords } from './en/my-sessions.js';
import { presenceWords, presenceControlWords } from './en/agent-presence.js';
import { noWorkWords } from './en/no-work.js';
import { noticeWords } from './en/notices.js';
import { directionWords } from './en/directions.js';
import { resultWords, offerOutcomeWords } from './en/outcomes.js';
import { sentimentWords } from './en/sentiments.js';
import { speakerWords } from './en/speakers.js';
import { attachmentWords } from './en/attachments.js';
import { transcriptAwayWords } from './en/transcript-away.js';
import { recordWords } from './en/records.js';
import { sessionLimitWords } from './en/session-limit.js';
import { unsentWords } from './en/unsent.js';
import { stateSentences } from './en/state-sentences.js';

/**
 * The words of the workspace in English, for hosts that translate or change some. Elements do not import it: each brings
 * only what it shows.
 */
export const english = {
  ...en,
  session: sessionWords,
  state: stateWords,
  commandFailure: commandFailureWords,
  list: listWords,
  controls: controlsWords,
  verb: verbWords,
  connection: connectionWords,
  widget: widgetWords,
  pane: paneWords,
  absence: absenceWords,
  workspace: workspaceWords,
  presence: presenceWords,
  presenceControl: presenceControlWords,
  noWork: noWorkWords,
  notice: noticeWords,
  direction: directionWords,
  result: resultWords,
  offerOutcome: offerOutcomeWords,
  sentiment: sentimentWords,
  speaker: speakerWords,
  attachment: attachmentWords,
  transcriptAway: transcriptAwayWords,
  record: recordWords,
  sessionLimit: sessionLimitWords,
  unsent: unsentWords,
  stateSentence: stateSentences,
};
