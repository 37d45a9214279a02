import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { perform, waysOn } from '../../context/acts/acts.js';
import { elapsed } from '../../context/duration-directive.js';
import { latePart } from '../../context/late-part.js';
import { HeldChoice } from '../../controllers/held-choice.js';
import { notConnected } from '../../context/not-connected.js';
import { Notices } from '../../context/notices.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { PRESENCES } from '../../core/model/presence.js';
import type { UserPresence } from '../../core/model/presence.js';
import { selectAgentCommands } from '../../core/selectors/select-commands.js';
import { selectConnection } from '../../core/selectors/select-connection.js';
import { selectUser } from '../../core/selectors/select-user.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { wordFor } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { failedCommands } from '../../views/failed-commands.js';
import { pendingWord } from '../../localize/pending-word.js';
import { presenceControlWords, presenceWords } from '../../localize/en/agent-presence.js';
import { emptyState } from '../../views/empty-state.js';
import { withoutNull } from '../../views/without-null.js';
import { styles } from './agent-presence.styles.js';
import { loadStanding } from './load-standing.js';
import type { Standing } from './standing.js';

/**
 * Shows whether a user is there for work, since when and why, and lets the signed-in agent change it. To that agent it
 * says as well what a system made of the choice, the first thing that keeps work away with the way out, and what became
 * of an offer that was not accepted by hand.
 *
 * @tag agent-presence
 * @summary A user's presence; the signed-in agent's can be changed.
 */
export class AgentPresence extends WorkspaceElement {
  static override styles = [base, styles];

  /** The user to show; without it the signed-in agent. */
  @property({ attribute: 'user-id' }) userId: string | undefined;

  readonly #workspaceSlice = new SliceController(this, () => selectWorkspace);
  readonly #connection = new SliceController(this, () => selectConnection);
  readonly #user = new SliceController(this, selectUser, () => this.#shownId);
  readonly #commands = new SliceController(
    this,
    () => selectAgentCommands,
    () => (this.userId === undefined ? true : undefined),
  );

  readonly #notices = new Notices(this);
  readonly #choice = new HeldChoice(
    this,
    () => this.#shownId,
    (presence) => {
      if (this.workspace) void perform(this.workspace, this, { type: 'presence.change', presence });
    },
  );

  #standing: Standing | undefined;

  get #shownId(): string | undefined {
    return this.userId ?? this.#workspaceSlice.value?.agentId;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    withoutNull(this, changed);
    const part = this.userId === undefined ? latePart(loadStanding, this) : undefined;
    if (part) this.#standing ??= new part.Standing(this);
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    if (!workspace) return notConnected(this);
    const { strings } = workspace.localization;
    if (this.#shownId === undefined) return emptyState(strings.common.loading);
    const presence = this.#user.value?.presence;
    const name = this.#workspaceSlice.value?.configuration?.users.get(this.#shownId)?.name ?? this.#shownId;
    const isOwn = this.#shownId === this.#workspaceSlice.value?.agentId;
    return html`
      <div class="presence">
        <span class="dot" data-presence=${presence?.presence ?? ''}></span>
        <span class="name" title=${displayableText(name, 200)}><bdi translate="no">${displayableText(name, 200)}</bdi></span>
        ${isOwn ? this.#renderChoice(workspace, presence) : html`<span>${nameOf(presence, workspace)}</span>`}
        ${
          presence
            ? html`<span class="quiet figures" translate="no">
              ${presence.reason ? html`<bdi translate="no">${displayableText(presence.reason, 200)}</bdi> ` : nothing}${elapsed(workspace, this.#shownId, presence.since)}
            </span>`
            : nothing
        }
        ${isOwn ? this.#standing?.render(workspace, this.#shownId, presence, this.#commands.value) : nothing}
      </div>
      ${this.#notices.say(...failedCommands(this.#commands.value, strings, waysOn(workspace, this)).map((content) => ({ content })))}
    `;
  }

  #renderChoice(workspace: WorkspaceHandle, presence: UserPresence | undefined): TemplateResult {
    const { strings } = workspace.localization;
    const words = strings.presenceControl ?? presenceControlWords;
    const asked = this.#commands.value?.find(({ status }) => status === 'pending')?.command;
    const shown = asked?.type === 'presence.change' ? asked.presence : presence?.presence;
    const known: readonly string[] = PRESENCES;
    const options = shown === undefined || known.includes(shown) ? known : [shown, ...known];
    const value = this.#choice.over(shown ?? '');
    const note = this.#choice.isOpen ? words.toChoose : asked && pendingWord(this.#connection.value, strings);
    return html`
      <select
        aria-label=${words.label}
        @change=${this.#choice.onChange}
        @keydown=${this.#choice.onKey}
        @keypress=${this.#choice.onKey}
        @blur=${this.#choice.onBlur}
      >
        ${shown === undefined ? html`<option value="" .selected=${live(value === '')}>${words.unknown}</option>` : nothing}
        ${options.map(
          (option) =>
            html`<option value=${option} .selected=${live(option === value)}>${wordFor(strings.presence ?? presenceWords, option)}</option>`,
        )}
      </select>
      ${note ? html`<span class="quiet" role="status">${note}</span>` : nothing}
    `;
  }
}

const nameOf = (presence: UserPresence | undefined, { localization: { strings } }: WorkspaceHandle): string =>
  presence
    ? wordFor(strings.presence ?? presenceWords, presence.presence)
    : (strings.presenceControl ?? presenceControlWords).unknown;

declare global {
  interface HTMLElementTagNameMap {
    'agent-presence': AgentPresence;
  }
}
