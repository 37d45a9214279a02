import { parseConfiguration, type ConfigurationProblem } from 'my-sessions';
import { placeOf, readText, type Place } from './problem-places.js';

/** Something to be said about a document, and where. */
export interface Finding extends Place {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A document as it is judged: what was found, and the document itself unless something is wrong. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly document: unknown;
}

/** Judges a text as a workspace would that is configured with it. Never throws. */
export function judge(text: string): Judgement {
  try {
    return judgementOf(text);
  } catch (error) {
    // Such as a list in a list in a list, thousands deep.
    const reason = error instanceof Error ? error.message : String(error);
    return {
      findings: [{ from: 0, to: 0, severity: 'error', message: `The document cannot be read: ${reason}.` }],
      document: undefined,
    };
  }
}

function judgementOf(text: string): Judgement {
  const { tree, fault } = readText(text);
  if (fault) return { findings: [{ ...fault, severity: 'error' }], document: undefined };
  const document: unknown = JSON.parse(text);
  const parsed = parseConfiguration(document);
  const finding =
    (severity: Finding['severity']) =>
    ({ path, expected, found, hint }: ConfigurationProblem & { readonly hint?: string }): Finding => ({
      ...placeOf(tree, path),
      severity,
      message: `${path}: expected ${expected}, found ${found}${hint ? `; ${hint}` : ''}`,
    });
  const problems = parsed.ok ? [] : parsed.problems;
  return {
    findings: [...problems.map(finding('error')), ...parsed.warnings.map(finding('warning'))],
    document: parsed.ok ? document : undefined,
  };
}
