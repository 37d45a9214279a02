import { html } from 'lit';
import type { LitElement } from 'lit';
import { perform, waysOn } from '../../context/acts/acts.js';
import type { Outcome } from '../../context/acts/acts.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectAcceptStops } from '../../core/selectors/select-accept-stop.js';
import { selectAcceptance } from '../../core/selectors/select-acceptance.js';
import { selectCommands, selectCommandsOf } from '../../core/selectors/select-commands.js';
import { selectConnectionOf, selectConnections } from '../../core/selectors/select-connection.js';
import { selectOfSource } from '../../core/selectors/select-of-source.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { selectAgentId } from '../../core/selectors/select-workspace.js';
import { controlsWords } from '../../localize/en/session-controls.js';
import { isCutOff } from '../../localize/pending-word.js';
import { stopSentence } from '../../localize/no-work-sentence.js';
import { titleOf } from '../../localize/words.js';
import { failedCommands, failureNotice, reasonOf } from '../../views/failed-commands.js';

/** What can be said to an offer. */
export interface Answer {
  readonly type: 'session.accept' | 'session.decline';
  readonly sessionId: string;
}

type NotParked = Extract<Outcome, { ok: false }> & { readonly notParked: string };

/** The answers that an agent gives to offers: what is under way, and what came to nothing, by offer. */
export class OfferAnswers {
  readonly #host: LitElement & WorkspaceHost;
  readonly #commands;
  /** By offer, in the order of their ids. */
  readonly #acceptance;
  readonly #stops;
  readonly #idsOf: () => readonly string[] | undefined;
  /** The offer that was to be accepted though that cannot be now: why, is said. */
  #told: string | undefined;
  readonly #refused = new Map<string, NotParked>();

  /** @param idsOf the offers: the same array as long as they are the same */
  constructor(host: LitElement & WorkspaceHost, idsOf: () => readonly string[] | undefined) {
    this.#host = host;
    this.#idsOf = idsOf;
    this.#stops = new SliceController(host, selectAcceptStops, idsOf);
    this.#commands = new SliceController(host, selectCommandsOf, idsOf);
    this.#acceptance = new SliceController(
      host,
      () => selectAcceptance('audio-video'),
      () => (idsOf()?.length ? true : undefined),
    );
    new SliceController(host, () => selectConnections);
  }

  forget(): void {
    this.#told = undefined;
    this.#refused.clear();
  }

  isPending(id: string): boolean {
    return this.#of(id).some(({ status }) => status === 'pending');
  }

  /** The session that has to be parked before this one can be active. */
  toPark({ id, source }: Session): Session | undefined {
    const { workspace } = this.#host;
    if (!workspace || !this.#acceptance.value) return undefined;
    const { parkFirst } = workspace.store.read(selectOfSource(source, selectAcceptance('audio-video')));
    return parkFirst === undefined || parkFirst === id ? undefined : workspace.store.read(selectSession(parkFirst));
  }

  /** Why an offer cannot be accepted now, in words for the agent; undefined when it can. */
  reasonAgainst(session: Session, { localization: { strings } }: WorkspaceHandle): string | undefined {
    const stop = this.#stops.value?.[this.#idsOf()?.indexOf(session.id) ?? -1];
    return stop && stopSentence(stop, session, strings);
  }

  /** Says why an offer cannot be accepted. */
  tell(id: string): void {
    this.#told = id;
    this.#host.requestUpdate();
  }

  give(answer: Answer): void {
    this.#told = undefined;
    void this.#give(answer);
  }

  async #give(answer: Answer): Promise<void> {
    const { workspace } = this.#host;
    if (!workspace) return;
    const { sessionId } = answer;
    const { store } = workspace;
    const agentId = store.read(selectAgentId);
    this.#drop(sessionId);
    const reply = await perform(workspace, this.#host, answer);
    const isHere = workspace === this.#host.workspace && agentId === store.read(selectAgentId);
    if (reply?.ok !== false || reply.notParked === undefined || !isHere) return;
    const { notParked } = reply;
    this.#refused.set(sessionId, { ...reply, notParked });
    // It is told here, where somebody has asked for it.
    for (const tracked of store.read(selectCommands(notParked)))
      if (tracked.status === 'failed' && tracked.command.type === 'session.park') store.dismiss(tracked);
    this.#host.requestUpdate();
  }

  /** What was asked for here and not done, why, and the two ways on; and what waits for the network. */
  problemsOf(session: Session, workspace: WorkspaceHandle): readonly unknown[] {
    const { id } = session;
    const { store, localization } = workspace;
    const { strings } = localization;
    const { controls: words = controlsWords } = strings;
    const refused = this.#refused.get(id);
    const other = refused && store.read(selectSession(refused.notParked));
    // It goes with what stood in the way.
    if (refused && this.toPark(session)?.id !== refused.notParked) this.#refused.delete(id);
    else if (refused && other)
      return [
        failureNotice(
          words.notDone['session.accept'],
          words.notParked(titleOf(other, strings), reasonOf(refused, strings)),
          strings,
          () => {
            this.give({ type: 'session.accept', sessionId: id });
          },
          () => {
            this.#drop(id);
          },
        ),
      ];
    const against = this.#told === id ? this.reasonAgainst(session, workspace) : undefined;
    if (against !== undefined) return [html`<p class="hint quiet" role="status">${against}</p>`];
    const own = this.#of(id);
    if (own.some(({ status }) => status === 'failed'))
      return failedCommands(own, strings, waysOn(workspace, this.#host), words.notDone);
    return this.isPending(id) && isCutOff(store.read(selectConnectionOf(id)))
      ? [html`<p class="hint quiet" role="status">${strings.common.whenConnected}</p>`]
      : [];
  }

  #drop(id: string): void {
    if (this.#refused.delete(id)) this.#host.requestUpdate();
  }

  #of(id: string) {
    return (this.#commands.value ?? []).filter(
      ({ command }) =>
        (command.type === 'session.accept' || command.type === 'session.decline') && command.sessionId === id,
    );
  }
}
