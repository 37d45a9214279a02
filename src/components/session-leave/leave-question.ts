import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Session } from '../../core/model/session.js';
import { FATES, fateOf } from '../../core/rules/fate-of.js';
import type { Leaving, WayToLeave } from '../../core/rules/leaving.js';
import type { Unfinished } from '../../core/selectors/select-leaving.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import { sessionLeave } from '../../localize/en/session-leave.js';
import { titleOf } from '../../localize/words.js';
import { answerDialog } from '../../views/answer-dialog.js';

const LONGEST_QUOTE = 200;

/** What the question stands on. */
export interface Question {
  readonly session: Session;
  /** The ways out, and after how many days a chat that waits is over. */
  readonly ways: readonly Leaving[];
  readonly waitingDays: number | undefined;
  readonly unfinished: readonly Unfinished[];
  /** What was tried last and did not work. */
  readonly failure: string | undefined;
}

/**
 * How a session is to be left: what is not finished in it, and every way out with what becomes of it.
 *
 * @param onClose hears of the way that was chosen; undefined: it is not left
 */
export function leaveQuestion(
  { session, ways, waitingDays, unfinished, failure }: Question,
  strings: Strings,
  onClose: (way: WayToLeave | undefined) => void,
): TemplateResult {
  const words = strings['session-leave'] ?? sessionLeave;
  return html`<dialog
    aria-labelledby="question"
    aria-describedby=${unfinished.length === 0 ? nothing : 'unfinished'}
    @close=${({ currentTarget }: Event) => {
      const { returnValue } = currentTarget as HTMLDialogElement;
      onClose(ways.find(({ way }) => way === returnValue)?.way);
    }}
  >
    <form method="dialog" @click=${answerDialog}>
      <h2 id="question" tabindex="-1" data-begin><bdi translate="no">${words.question(titleOf(session, strings))}</bdi></h2>
      ${failure === undefined ? nothing : html`<p class="notice"><span>${failure}</span></p>`}
      ${
        unfinished.length === 0
          ? nothing
          : html`<div class="unfinished" id="unfinished">
              <p>${words.unfinished}</p>
              <ul>
                ${unfinished.map(
                  ({ kind, text }) =>
                    html`<li class="sentence">
                      ${words.kind[kind]}${text === undefined ? nothing : html`: <q dir="auto" translate="no">${displayableText(text, LONGEST_QUOTE)}</q>`}
                    </li>`,
                )}
              </ul>
            </div>`
      }
      <div class="ways">${ways.map((leaving) => renderWay(leaving, session, waitingDays, unfinished, words))}</div>
      <div class="choices"><button value="">${strings.common.cancel}</button></div>
    </form>
  </dialog>`;
}

function renderWay(
  leaving: Leaving,
  { modality }: Session,
  waitingDays: number | undefined,
  unfinished: readonly Unfinished[],
  words: typeof sessionLeave,
): TemplateResult {
  const { way, consequence } = leaving;
  const sentences = words.consequence[consequence];
  const kinds = [...new Set(unfinished.map(({ kind }) => kind))];
  const isLost = kinds.some((kind) => fateOf(leaving, kind) === 'lost');
  return html`<button class="way ${isLost || way === 'end' ? 'danger' : ''}" value=${way}>
    <span class="name">${consequence === 'worked' ? words.finish : words.way[way]}</span>
    <span class="what sentence">
      ${Object.hasOwn(sentences, modality) ? sentences[modality as keyof typeof sentences] : sentences.other}
      ${consequence === 'waiting' && waitingDays !== undefined ? words.waitsFor(waitingDays) : nothing}
      ${FATES.map((fate) => {
        const things = kinds.filter((kind) => fateOf(leaving, kind) === fate);
        return things.length === 0 ? nothing : html` ${words.fate[fate](things.map((kind) => words.thing[kind]))}`;
      })}
    </span>
  </button>`;
}
