import type { Offer } from '../../core/events/session-event.js';
import type { Attachment } from '../../core/model/attachment.js';
import type { Parameter } from '../../core/model/parameter.js';
import type { Caller, Customer, Participant, SpeakerRole } from '../../core/model/participant.js';
import type { Sentiment } from '../../core/model/sentiment.js';
import type { SuggestedDisposition } from '../../core/model/suggested-disposition.js';
import type { DestinationAnswer } from './lifecycle.js';
import type { SummaryScript } from './summarizer.js';

/** One utterance or message of a dialogue. */
export interface Line {
  readonly by: SpeakerRole;
  readonly text: string;
  /** Who says it, when the role alone does not tell. */
  readonly speaker?: Participant;
  /** When it begins and ends, in ms since the conversation began. Without them it is paced by its length. */
  readonly offsetMs?: number;
  readonly endMs?: number;
  /** How the customer sounds from here on. */
  readonly sentiment?: Sentiment;
  /** BCP 47 tag. */
  readonly language?: string;
  /** For messages: Markdown; without it the text is plain. */
  readonly format?: 'markdown';
  /** Files that come with a message. */
  readonly attachments?: readonly Attachment[];
  /** What recognition makes of it at first; `text` follows as a correction. */
  readonly misheard?: string;
  /** Delivered twice, or only after the line that follows it. */
  readonly delivery?: 'twice' | 'late';
  /** What this line reveals. */
  readonly reveals?: {
    readonly caller?: Caller;
    readonly customer?: Customer;
    readonly parameters?: readonly Parameter[];
  };
}

/** A task from its offer to its end, as a script. */
export interface Dialogue {
  readonly id: string;
  readonly offer: Omit<Offer, 'expiresAt' | 'visitorLabel'>;
  /** Whether the customer is somebody whom only a running number names ("Visitor 7"). */
  readonly isVisitor?: boolean;
  readonly lines: readonly Line[];
  /** Parameters that an integration delivers later, in ms after the offer. */
  readonly lateParameters?: readonly { readonly afterMs: number; readonly parameters: readonly Parameter[] }[];
  /** In how many ms after the offer the channel stops taking messages. */
  readonly closesInMs?: number;
  /** What a customer writes while waiting in a parked chat. */
  readonly whileParked?: readonly string[];
  /** Who ends it once all is said: the agent (nothing happens by itself), the other side, or the system it came from. */
  readonly ending: 'agent' | 'other-side' | 'cancelled';
  /** For outbound tasks: what the called side does. */
  readonly answer?: DestinationAnswer;
  /** What fails the first time it is tried. */
  readonly troubles?: readonly ('park' | 'unpark' | 'transfer')[];
  /** Why this very session has no transcript. */
  readonly transcriptUnavailable?: string;
  /** Whether this very call can be transcribed, where that is known only once it is connected. */
  readonly isTranscribable?: boolean;
  /** What a machine makes of it after the call, where the service summarizes. */
  readonly summary?: SummaryScript;
  /** Codes and tags that a machine proposes when nearly all is said, where the service wants it. */
  readonly suggested?: SuggestedDisposition;
}
