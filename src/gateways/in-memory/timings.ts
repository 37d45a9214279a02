/** How long things take, in ms of the backend's tempo, if not said otherwise. */
export interface Timings {
  /** From accepting a call until the telephony client has connected it. */
  readonly connectMs: number;
  /** From accepting a task without telephony until it is there. */
  readonly openMs: number;
  readonly parkMs: number;
  /** Until the agent has answered the invitation of the telephony client. */
  readonly invitationMs: number;
  readonly unparkMs: number;
  readonly transferMs: number;
  /** Until a command is answered, in real ms. */
  readonly replyMs: number;
  /** When waiting for an answer is given up, in real ms. */
  readonly replyTimeoutMs: number;
  /** How fast files are taken, in bytes per real ms. */
  readonly uploadBytesPerMs: number;
}

export const DEFAULT_TIMINGS: Timings = {
  connectMs: 1200,
  openMs: 250,
  parkMs: 700,
  invitationMs: 2500,
  unparkMs: 300,
  transferMs: 2500,
  replyMs: 120,
  replyTimeoutMs: 5000,
  uploadBytesPerMs: 1000,
};
