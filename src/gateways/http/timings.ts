/** Every span of time that the gateway keeps, in ms. Tests run with shorter ones. */
export interface HttpTimings {
  /** The first new try comes within this, at a moment chosen by chance; each further one within twice as much. */
  readonly firstRetryMs: number;
  /** No try comes later than this after the one before it, unless the backend asks for more. */
  readonly mostRetryMs: number;
  /** A stream that held this long has proved itself: the next loss counts as the first. */
  readonly stableMs: number;
  /** A stream on which nothing came for this long is dead. More than twice the backend's heartbeat. */
  readonly silenceMs: number;
  /** How long a stream that is tried after a wake-up may take to speak. */
  readonly probeMs: number;
  /** A wake-up so soon after the last message asks nothing. */
  readonly freshMs: number;
  /** A stream that was opened and falls silent for this long has nothing left to catch up on. */
  readonly settleMs: number;
  /** Nor has one that goes on for this long: what comes is what happens. */
  readonly catchUpMs: number;
  /** How long a request may take. */
  readonly requestMs: number;
  /** For how long nothing of an upload may move. */
  readonly uploadSilenceMs: number;
  /** A first connect that takes longer than this is told as `connecting`. */
  readonly noticeMs: number;
  /** How often a tab looks whether the leading tab is still there. */
  readonly leaderCheckMs: number;
  /** After this much silence the leading tab is asked. */
  readonly leaderQuietMs: number;
  /** A leading tab that does not answer within this is frozen, and loses the lead. */
  readonly leaderAnswerMs: number;
  /** After this long without an answer the browser is taken not to let tabs share: each has a stream of its own. */
  readonly sharingMs: number;
  /** How often a tab looks for commands that closed tabs left behind. */
  readonly adoptMs: number;
  /** A command that could not be sent for this long is given up. */
  readonly commandLifeMs: number;
}

export const HTTP_TIMINGS: HttpTimings = {
  firstRetryMs: 2000,
  mostRetryMs: 20_000,
  stableMs: 10_000,
  silenceMs: 35_000,
  probeMs: 3000,
  freshMs: 1000,
  settleMs: 1000,
  catchUpMs: 10_000,
  requestMs: 15_000,
  uploadSilenceMs: 60_000,
  noticeMs: 800,
  leaderCheckMs: 500,
  leaderQuietMs: 1000,
  leaderAnswerMs: 2000,
  sharingMs: 2000,
  adoptMs: 30_000,
  commandLifeMs: 24 * 60 * 60 * 1000,
};
