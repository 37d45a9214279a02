import { html, nothing } from 'lit';
import type { TrackedCommand } from '../core/state/command-reducer.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { Strings } from '../localize/en.js';
import { commandFailureWords } from '../localize/en/command-failures.js';

/** The two ways on from a command that failed: again, or away with it. */
export interface WaysOn {
  readonly retry: (tracked: TrackedCommand) => void;
  readonly dismiss: (tracked: TrackedCommand) => void;
}

/** What did not work, why, and the two ways on. */
export function failedCommands(
  commands: readonly TrackedCommand[] | undefined,
  { common, commandFailure = commandFailureWords }: Pick<Strings, 'common' | 'commandFailure'>,
  { retry, dismiss }: WaysOn,
): unknown {
  const failed = commands?.filter(({ status }) => status === 'failed') ?? [];
  return failed.length === 0
    ? nothing
    : failed.map(
        (tracked) => html`
          <div class="notice" role="alert" part="failure">
            <span>${common.notSaved}: ${displayableText(tracked.message ?? commandFailure[tracked.failure ?? 'failed'], 300)}</span>
            <button type="button" @click=${() => {
              retry(tracked);
            }}>${common.retry}</button>
            <button
              type="button"
              class="plain"
              @click=${() => {
                dismiss(tracked);
              }}
            >
              ${common.dismiss}
            </button>
          </div>
        `,
      );
}
