/** The five outputs of a summarization, in the order in which they are read (Nimbus Summarization). */
export const SUMMARY_PARTS = ['title', 'issue', 'resolution', 'recap', 'narrative'] as const;

export type SummaryPart = (typeof SUMMARY_PARTS)[number];

export const SUMMARY_STATUSES = ['pending', 'streaming', 'ready', 'failed', 'not-available'] as const;

/** A known status, or any other word a backend sends: what there is of the summary is shown. */
export type SummaryStatus = (typeof SUMMARY_STATUSES)[number] | (string & {});

/** A machine's summary of one conversation. */
export interface SessionSummary {
  readonly status: SummaryStatus;
  /** Counts up with every new version; a version that is not newer than the one known is dropped. */
  readonly version: number;
  readonly parts: Readonly<Partial<Record<SummaryPart, string>>>;
  /** Why it failed or is not available, in words for the agent. */
  readonly reason?: string;
}
