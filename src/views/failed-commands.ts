import { html, nothing } from 'lit';
import type { AgentWish } from '../core/commands/command.js';
import type { TrackedCommand } from '../core/state/command-reducer.js';
import { displayableText } from '../core/text/displayable-text.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';

/** What did not work, why, and the two ways on: again, or away with it. */
export function failedCommands(
  commands: readonly TrackedCommand[] | undefined,
  workspace: WorkspaceHandle,
  retry: (wish: AgentWish) => void = (wish) => void workspace.store.execute(wish),
): unknown {
  const failed = commands?.filter(({ status }) => status === 'failed') ?? [];
  const { common, commandFailure } = workspace.localization.strings;
  return failed.length === 0
    ? nothing
    : failed.map(
        (tracked) => html`
          <div class="notice" role="alert" part="failure">
            <span>${common.notSaved}: ${displayableText(tracked.message ?? commandFailure[tracked.failure ?? 'failed'], 300)}</span>
            <button type="button" @click=${() => {
              retry(wishOf(tracked));
            }}>${common.retry}</button>
            <button
              type="button"
              class="plain"
              @click=${() => {
                workspace.store.dismiss(tracked);
              }}
            >
              ${common.dismiss}
            </button>
          </div>
        `,
      );
}

function wishOf({ command }: TrackedCommand): AgentWish {
  const { commandId: _, ...wish } = command;
  return wish;
}
