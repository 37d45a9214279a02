import { nothing } from 'lit';
import type { LitElement } from 'lit';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceElement } from '../../context/workspace-element.js';
import type { Service } from '../../core/configuration/configuration.js';
import { whyNoCodeSuggestions } from '../../core/configuration/code-suggestions.js';
import type { Session } from '../../core/model/session.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import type { Workspace } from '../../core/state/workspace-reducer.js';
import type { codesTags } from '../../localize/en/codes-tags.js';
import type { Strings } from '../../localize/en.js';
import type { Choices, Slot } from './choices.js';
import { labelOfCode } from './code-offers.js';
import type { SuggestedChoice } from './suggested-choices.js';
import { openSuggestions } from './suggested-choices.js';
import { suggestedButton, suggestedView } from './suggested-view.js';
import { SuggestionsShown } from './suggestions-shown.js';

/** What suggestions are shown by, at one rendering. */
interface Scene {
  readonly session: Session;
  readonly chosen: Choices;
  readonly isDisabled: boolean;
  readonly service: Service | undefined;
  readonly workspace: Workspace | undefined;
  readonly words: typeof codesTags;
  readonly common: Strings['common'];
}

/** What becomes of what a machine suggests. */
export interface Taking {
  readonly choose: (slot: Slot, code: string) => void;
  readonly addTags: (tags: readonly string[]) => void;
  readonly dismiss: (keys: readonly string[]) => void;
}

/** What is suggested now, as two parts of what the host renders. */
export interface Suggested {
  /** Whether something may be suggested for the session, now or later: its place is kept. */
  readonly mayCome: boolean;
  /** Tells of what came while somebody looked. */
  readonly button: unknown;
  readonly list: unknown;
}

/** Codes and tags that a machine suggests for one session, which the agent takes or dismisses. */
export class MachineSuggestions {
  readonly #host: LitElement;
  readonly #taking: Taking;
  readonly #dismissed: SliceController<ReadonlySet<string> | undefined, string>;
  readonly #shown: SuggestionsShown;

  constructor(host: WorkspaceElement, id: () => string | undefined, taking: Taking) {
    this.#host = host;
    this.#taking = taking;
    this.#dismissed = new SliceController(host, (own: string) => selectBegun('dismissedSuggestions', own), id);
    this.#shown = new SuggestionsShown(host);
  }

  /** To be called at every rendering. */
  render(scene: Scene): Suggested {
    const { session, chosen, isDisabled, workspace, words, common } = scene;
    const choices = isDisabled ? undefined : this.#suggestedBy(scene);
    const hasAny = choices !== undefined && choices.length > 0;
    const isLaidOut = this.#shown.isShown(session.id, hasAny);
    const codes = workspace?.configuration?.codes;
    return {
      mayCome: choices !== undefined,
      button: hasAny && !isLaidOut ? suggestedButton(choices.length, words, this.#onLayOut) : nothing,
      list:
        choices && isLaidOut
          ? suggestedView({
              choices,
              chosen,
              labelOf: (code) => labelOfCode(code, codes),
              words,
              dismissWord: common.dismiss,
              apply: (own) => {
                this.#apply(own);
              },
              dismiss: () => {
                this.#taking.dismiss(choices.map(({ key }) => key));
              },
            })
          : nothing,
    };
  }

  /** Which of the buttons that take one it is; -1 for none. */
  placeOf(focused: Element): number {
    return this.#buttons().findIndex((button) => button === focused);
  }

  /** What is at the place of a button that is gone. */
  heirOf(place: number): HTMLElement | undefined {
    return place < 0 ? undefined : (this.#buttons()[place] ?? this.#buttons().at(-1));
  }

  /** Undefined where none does. */
  #suggestedBy({ session, chosen, service, workspace }: Scene): readonly SuggestedChoice[] | undefined {
    if (!service || whyNoCodeSuggestions(workspace?.configuration, session, workspace?.agentId)) return undefined;
    const { suggested } = session;
    return suggested ? openSuggestions(suggested, service.extensions, chosen, this.#dismissed.value) : [];
  }

  #apply(choices: readonly SuggestedChoice[]): void {
    const tags: string[] = [];
    for (const { kind, value } of choices) {
      if (kind === 'tag') tags.push(value);
      else this.#taking.choose(kind, value);
    }
    if (tags.length > 0) this.#taking.addTags(tags);
  }

  readonly #onLayOut = (): void => void this.#shown.layOut();

  #buttons(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.apply')];
  }
}
