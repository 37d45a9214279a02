import type { TemplateResult } from 'lit';
import { recordsIn } from '../core/fields/opened-record.js';
import type { FieldSource } from '../core/fields/field-registry.js';
import { recordWords } from '../localize/en/records.js';
import { recordButton } from '../views/record-button.js';
import { openRecord } from './acts/records.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/**
 * The contacts and cases that a session leads to: a button for each.
 *
 * @param from the element whose agent opens them
 */
export function recordButtons(
  source: FieldSource,
  workspace: WorkspaceHandle,
  from: HTMLElement,
): readonly TemplateResult[] {
  const { record: words = recordWords } = workspace.localization.strings;
  return recordsIn(source).map((record) =>
    recordButton(
      record,
      source.configuration?.records.get(record.kind)?.name ?? record.kind,
      words,
      (isInBackground) => {
        openRecord(workspace, from, record, isInBackground);
      },
    ),
  );
}
