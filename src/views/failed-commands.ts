import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { TrackedCommand } from '../core/state/command-reducer.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from '../localize/en.js';
import { commandFailureWords } from '../localize/en/command-failures.js';

type Words = Pick<Strings, 'common' | 'commandFailure'>;

/** The two ways on from a command that failed: again, or away with it. */
export interface WaysOn {
  readonly retry: (tracked: TrackedCommand) => void;
  readonly dismiss: (tracked: TrackedCommand) => void;
}

/** Why something did not work: in the backend's words where it has some. */
export const reasonOf = (
  { failure = 'failed', message }: Pick<TrackedCommand, 'failure' | 'message'>,
  { commandFailure = commandFailureWords }: Words,
): string => displayableText(message ?? commandFailure[failure], 300);

/** What did not work, why, and the two ways on. */
export const failureNotice = (
  what: string,
  reason: string,
  { common }: Words,
  retry: () => void,
  dismiss: () => void,
): TemplateResult =>
  html`<div class="notice" role="alert" part="failure">
    <span>${what}: ${reason}</span>
    <span class="ways"
      ><button type="button" @click=${retry}>${common.retry}</button>
      <button type="button" class="plain" @click=${dismiss}>${common.dismiss}</button></span
    >
  </div>`;

/**
 * Every command that failed.
 *
 * @param notDone what to say of each kind that was not done; “not saved” where nothing is said
 */
export function failedCommands(
  commands: readonly TrackedCommand[] | undefined,
  words: Words,
  { retry, dismiss }: WaysOn,
  notDone: Readonly<Partial<Record<TrackedCommand['command']['type'], string>>> = {},
): readonly TemplateResult[] {
  const failed = commands?.filter(({ status }) => status === 'failed') ?? [];
  return failed.map((tracked) =>
    failureNotice(
      notDone[tracked.command.type] ?? words.common.notSaved,
      reasonOf(tracked, words),
      words,
      () => {
        retry(tracked);
      },
      () => {
        dismiss(tracked);
      },
    ),
  );
}
