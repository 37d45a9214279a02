/** All in ms. */
export interface GenesysTimings {
  /** How often the channel is asked whether it is there (10,000). */
  readonly pingMs: number;
  /** A channel that says nothing for so long is dead (35,000). */
  readonly silenceMs: number;
  /** How long before its end, or after 24 hours, a channel is replaced (300,000). */
  readonly renewBeforeMs: number;
  /** How long a socket may take to open (10,000). */
  readonly openMs: number;
  /** The first pause before another try (1,000); it doubles up to `mostRetryMs` (30,000). */
  readonly firstRetryMs: number;
  readonly mostRetryMs: number;
  /**
   * An offer that goes away may have been missed or withdrawn: the platform says which a moment later, by the agent's
   * routing status. How long that is waited for (500).
   */
  readonly missedMs: number;
}

export const TIMINGS: GenesysTimings = {
  pingMs: 10_000,
  silenceMs: 35_000,
  renewBeforeMs: 300_000,
  openMs: 10_000,
  firstRetryMs: 1000,
  mostRetryMs: 30_000,
  missedMs: 500,
};
