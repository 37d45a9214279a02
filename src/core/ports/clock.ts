/** Time as a port: core never asks the machine. */
export interface Clock {
  /** The backend's time as well as it is known, in ms since the epoch. */
  now(): number;
}
