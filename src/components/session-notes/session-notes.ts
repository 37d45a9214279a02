import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { perform, waysOn } from '../../context/acts/acts.js';
import { DraftState } from '../../context/draft-state.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { contextAt } from '../../core/context-data/kept-context.js';
import { LONGEST_CHANGEABLE_NOTES, LONGEST_NOTES } from '../../core/model/session-notes.js';
import type { SessionNotes } from '../../core/model/session-notes.js';
import type { Session } from '../../core/model/session.js';
import { afterReply, notesStand, withText } from '../../core/rules/notes.js';
import type { NotesStand } from '../../core/rules/notes.js';
import { obstacleTo } from '../../core/rules/permissions.js';
import { isOver } from '../../core/rules/session-phase.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectServiceOf, selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import { messageComposer } from '../../localize/en/message-composer.js';
import { sessionNotes } from '../../localize/en/session-notes.js';
import { pendingWord } from '../../localize/pending-word.js';
import { stateSentence } from '../../localize/state-sentence.js';
import { nestedLater } from '../../registration/nested-later.js';
import { LateMarkdown } from '../../rich-text/late-markdown.js';
import { base } from '../../styles/base.js';
import { emptyState } from '../../views/empty-state.js';
import { failedCommands } from '../../views/failed-commands.js';
import { longText } from '../../views/long-text.js';
import type { MessageComposer } from '../message-composer/message-composer.js';
import { overtakenView } from './overtaken-view.js';
import { composerWords, nameOfSaver } from './notes-words.js';
import { styles } from './session-notes.styles.js';

/** A session whose notes stand on screen. */
interface Scene {
  readonly session: Session;
  readonly workspace: WorkspaceHandle;
  readonly words: typeof sessionNotes;
  readonly stand: NotesStand;
}

/**
 * What agents note about a session: one text with formatting, for whoever has the session, saved when the agent says so.
 * What is written and not saved stays on the device as any draft does. Where somebody else has saved meanwhile, both are
 * shown and the agent chooses. Notes go with the context data of their session.
 *
 * @tag session-notes
 * @summary The notes of one session.
 * @csspart overtaken - What somebody else has saved meanwhile.
 * @csspart failure - A save that was refused, and the ways on.
 */
export class SessionNotesElement extends ServiceWidget {
  static override styles = [base, styles];

  protected override get widget(): 'session-notes' {
    return 'session-notes';
  }

  readonly #id = (): string | undefined => this.shownId;
  readonly #commands = new SliceController(this, selectCommands, this.#id);
  readonly #connection = new SliceController(this, selectConnectionOf, this.#id);
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #workspace = new SliceController(this, selectWorkspaceOf, this.#id);
  readonly #draft = new SliceController(this, (id: string) => selectBegun('notes', id), this.#id);
  readonly #state = new DraftState(this, 'notes', this.#id);
  readonly #markdown = new LateMarkdown(this);
  /** The session that the field on screen belongs to, which may not be the one selected since. */
  #composing: string | undefined;

  constructor() {
    super();
    keepFocus(this, () => () => this.renderRoot.querySelector<MessageComposer>('.composer > *'));
  }

  protected override forget(): void {
    this.#composing = undefined;
  }

  protected override update(changed: PropertyValues): void {
    const { value: draft } = this.#draft;
    const notes = this.#notesOf(this.shownId ?? '');
    // What is saved is no draft any more.
    if (draft && notes && !notesStand(notes, draft).isUnsaved && notes.version >= draft.version)
      this.keep('notes', undefined);
    super.update(changed);
  }

  protected override renderSession(known: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const words = strings['session-notes'] ?? sessionNotes;
    const session = contextAt(known, workspace.store.clockOf(known.id).now());
    const { notes } = session;
    const draft = this.#draft.value;
    if (!notes) {
      const why = session.contextRecord?.isStored === false ? words.notKept : words.unsupported;
      if (!draft) return emptyState(why);
      const stand = { text: draft.text, version: draft.version, isUnsaved: true, isOvertaken: false };
      return html`<div class="notes">
        <p class="quiet">${why} ${words.unsavable}</p>
        ${this.#renderComposer({ session, workspace, words, stand }, true)}
      </div>`;
    }
    const scene = { session, workspace, words, stand: notesStand(notes, draft) };
    const isDisabled = obstacleTo('notes.save', session) !== undefined;
    const status = html`<p class="quiet" role="status"><bdi translate="no">${this.#statusOf(notes, scene, isDisabled)}</bdi></p>`;
    if (!scene.stand.isUnsaved && notes.text.length > LONGEST_CHANGEABLE_NOTES)
      return html`<div class="notes">
        ${status}
        <p class="quiet">${words.unchangeable}</p>
        <div class="whole plain-text" dir="auto" tabindex="0" translate="no">${longText(notes.text, strings.common.showMore)}</div>
      </div>`;
    return html`<div class="notes">
      ${status}
      ${this.#renderComposer(scene, isDisabled)}
      ${scene.stand.isOvertaken ? this.#renderOvertaken(notes, scene) : nothing}
      ${failedCommands(this.#own, strings, {
        ...waysOn(workspace, this),
        // What is written now, and not what could not be saved then.
        retry: ({ command }) => {
          if ('sessionId' in command) void this.#save(command.sessionId);
        },
      })}
    </div>`;
  }

  #renderComposer({ session, workspace, words, stand }: Scene, isDisabled: boolean): TemplateResult {
    const { strings } = workspace.localization;
    this.#composing = session.id;
    const isBusy = this.#own.some(({ status }) => status === 'pending');
    // The subject goes first: a text that is set then belongs to it.
    const composer = nestedLater(strings, this, 'session-notes', 'message-composer', {
      words: composerWords(strings['message-composer'] ?? messageComposer, words, stand.text),
      logger: workspace.store.logger,
      subject: session.id,
      isFormatted: true,
      submitOn: 'mod-enter',
      text: stand.text,
      ...this.#state.beside,
      isDisabled,
      isReady: stand.isUnsaved && !stand.isOvertaken && !isBusy,
      maxLength: LONGEST_NOTES,
      measure: 'written',
      label: words.title,
      placeholder: isDisabled ? '' : words.placeholder,
    });
    return html`<div class="composer" @message-input=${this.#onInput} @message-submit=${this.#onSubmit} @message-other=${this.#onOther}>
      ${composer}
    </div>`;
  }

  #renderOvertaken(notes: SessionNotes, { session, stand, words }: Scene): TemplateResult {
    this.#markdown.ask();
    const { text, version } = notes;
    const write = (written: string): void => {
      this.keep('notes', { text: written, version }, session.id);
    };
    return overtakenView(words, nameOfSaver(notes, this.#workspace.value), text, this.#markdown.render, {
      onBoth: () => {
        write(`${text}\n\n${stand.text}`);
      },
      onTheirs: () => {
        this.keep('otherDrafts', (before) => ({ ...before, notes: [{ text: stand.text, version }] }), session.id);
        this.keep('notes', undefined, session.id);
      },
      onMine: () => {
        write(stand.text);
      },
    });
  }

  /** One line, whatever it says: nothing below it moves. */
  #statusOf(notes: SessionNotes, { session, workspace, words, stand }: Scene, isDisabled: boolean): string {
    const { localization, store } = workspace;
    const { strings } = localization;
    const status = this.#own.at(-1)?.status;
    if (isDisabled) return stateSentence(session.state, strings, words.toNote, words.notNow);
    if (status === 'pending') return pendingWord(this.#connection.value, strings);
    if (stand.isUnsaved) return status === 'failed' ? strings.common.notSaved : words.unsaved;
    if (this.#service.value?.extensions.storeContextData === false && !isOver(session.state)) return words.willBeGone;
    if (notes.version === 0 || notes.text === '') return words.empty;
    const when = notes.at === undefined ? '' : localization.formatMoment(notes.at, store.clockOf(session.id).now());
    const isOwn = notes.by !== undefined && notes.by === this.agentId;
    return words.saved(isOwn ? words.you : nameOfSaver(notes, this.#workspace.value), when);
  }

  get #own(): readonly TrackedCommand[] {
    return this.#commands.value?.filter(({ command }) => command.type === 'notes.save') ?? [];
  }

  #notesOf(sessionId: string): SessionNotes | undefined {
    const session: Session | undefined = this.workspace?.store.read(selectSession(sessionId));
    return session?.notes;
  }

  async #save(sessionId: string): Promise<void> {
    const { workspace, agentId } = this;
    const saved = this.#notesOf(sessionId);
    const draft = workspace?.store.read(selectBegun('notes', sessionId));
    if (!workspace || !saved || !draft) return;
    const { text, version, isUnsaved, isOvertaken } = notesStand(saved, draft);
    if (!isUnsaved || isOvertaken) return;
    const sent = { text, version, sent: text };
    this.keep('notes', sent, sessionId);
    const reply = await perform(workspace, this, { type: 'notes.save', sessionId, text, version });
    // Another agent may be here by now.
    const { version: known } = this.#notesOf(sessionId) ?? saved;
    if (reply) this.keep('notes', (written) => afterReply(written, sent, reply.ok, known), sessionId, agentId);
  }

  #onInput({ detail: { text } }: CustomEvent<{ readonly text: string }>): void {
    const id = this.#composing;
    const saved = id === undefined ? undefined : this.#notesOf(id);
    if (saved) this.keep('notes', (before) => withText(saved, before, text), id);
  }

  #onSubmit(): void {
    if (this.#composing !== undefined) void this.#save(this.#composing);
  }

  #onOther({ detail: { use } }: CustomEvent<{ readonly use: boolean }>): void {
    const id = this.#composing;
    if (id !== undefined && id === this.shownId) this.#state.choose(use, id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-notes': SessionNotesElement;
  }
}
