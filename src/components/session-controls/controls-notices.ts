import { html, nothing } from 'lit';
import type { Outcome } from '../../context/acts/acts.js';
import type { Notice } from '../../context/notices.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectSession } from '../../core/selectors/select-session.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import type { Connection } from '../../core/state/workspace-state.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import { controlsWords } from '../../localize/en/session-controls.js';
import { sessionWords } from '../../localize/en/sessions.js';
import { isCutOff } from '../../localize/pending-word.js';
import { titleOf } from '../../localize/words.js';
import type { WaysOn } from '../../views/failed-commands.js';
import { failedCommands, failureNotice, reasonOf } from '../../views/failed-commands.js';
import { ICONS } from './control-button.js';
import type { ControlWish } from './controls-question.js';

/** A wish that was not sent, because another session could not be parked for it. */
export interface Refusal {
  readonly wish: ControlWish;
  readonly reply: Extract<Outcome, { ok: false }> & { readonly notParked: string };
}

/** What there is to say of the controls of a session. */
interface Situation {
  readonly session: Session;
  readonly commands: readonly TrackedCommand[] | undefined;
  readonly connection: Connection | undefined;
  readonly refused: Refusal | undefined;
  /** Whether something is under way. */
  readonly isPending: boolean;
  readonly ways: WaysOn;
  readonly begin: (wish: ControlWish) => void;
  readonly dropRefused: () => void;
}

/** What was asked for here and not done, and what has to be known of what is under way. What others ask for they tell themselves. */
export function controlsNotices(situation: Situation, { localization, store }: WorkspaceHandle): readonly Notice[] {
  const { session, commands, refused, ways, begin, dropRefused } = situation;
  const { id, failure } = session;
  const { strings } = localization;
  const { controls: words = controlsWords } = strings;
  const own = commands?.filter(({ command, status }) => status === 'failed' && Object.hasOwn(ICONS, command.type));
  const retry = ({ command }: TrackedCommand): void => {
    const { commandId: _, ...wish } = command;
    begin(wish as ControlWish);
  };
  const failed =
    failure && (strings.session ?? sessionWords).failure(failure.action, displayableText(failure.reason, 300));
  const other = refused && store.read(selectSession(refused.reply.notParked));
  return [
    {
      content: failed && html`<p class="notice" role="alert"><span>${failed}</span></p>`,
      state: `${id} ${failed ?? ''}`,
    },
    {
      content:
        refused &&
        (other
          ? failureNotice(
              words.notDone[refused.wish.type],
              words.notParked(titleOf(other, strings), reasonOf(refused.reply, strings)),
              strings,
              () => {
                begin(refused.wish);
              },
              dropRefused,
            )
          : nothing),
    },
    ...failedCommands(own, strings, { ...ways, retry }, words.notDone).map((content, at) => ({
      content,
      same: own?.[at],
    })),
    { content: hintOf(situation, strings) },
  ];
}

function hintOf({ session, isPending, connection }: Situation, strings: Strings): unknown {
  const { controls: words = controlsWords } = strings;
  if (isPending && isCutOff(connection))
    return html`<p class="hint quiet" role="status">${strings.common.whenConnected}</p>`;
  return session.state === 'unparking' && session.modality === 'audio-video'
    ? html`<p class="hint quiet">${words.unparkHint}</p>`
    : nothing;
}
