// What is used of the objects of `twilio-taskrouter` 2. The host hands them over; nothing of that package is loaded here.

/** Something that tells of what happens to it, as the SDKs of Twilio do. */
export interface TwilioEmitter {
  on(event: string, listener: (told: unknown) => void): unknown;
  removeListener(event: string, listener: (told: unknown) => void): unknown;
}

/** One of the activities of a workspace. */
export interface TwilioActivity {
  readonly sid: string;
  readonly name: string;
  readonly available: boolean;
  setAsCurrent(): Promise<unknown>;
}

/** How many tasks of a kind a worker takes. */
export interface TwilioChannel extends TwilioEmitter {
  readonly taskChannelUniqueName: string;
  readonly capacity: number;
  readonly assignedTasks: number;
}

/** A transfer of a task that its worker has begun. */
export interface TwilioTransfer extends TwilioEmitter {
  readonly sid: string;
  /** `COLD` or `WARM`. */
  readonly mode: string;
  /** `INITIATED`, `FAILED`, `COMPLETE`, `CANCELED`, in whatever case. */
  readonly status: string;
  /** The sid of a task queue or worker. */
  readonly to: string;
  readonly transferFailedReason?: string | null;
}

export interface TwilioTask extends TwilioEmitter {
  readonly sid: string;
  readonly status: string;
  /** Seconds since it was created, when it was read. */
  readonly age: number;
  readonly dateCreated: Date;
  readonly attributes: unknown;
  readonly queueSid: string;
  readonly queueName: string;
  readonly workflowSid: string;
  readonly workflowName: string;
  readonly taskChannelUniqueName: string;
  readonly transfers: { readonly outgoing: TwilioTransfer | null } | null;
  fetchLatestVersion(): Promise<unknown>;
  setAttributes(attributes: object): Promise<unknown>;
  transfer(to: string, options: { readonly mode: 'COLD' }): Promise<unknown>;
  updateParticipant(options: { readonly hold: boolean }): Promise<unknown>;
}

/** A task that is offered to a worker, or was accepted. */
export interface TwilioReservation extends TwilioEmitter {
  readonly sid: string;
  readonly status: string;
  /** Seconds until the offer is withdrawn. */
  readonly timeout: number;
  readonly version: string;
  readonly dateCreated: Date;
  readonly dateUpdated: Date;
  readonly task: TwilioTask;
  accept(): Promise<unknown>;
  conference(options?: object): Promise<unknown>;
  reject(): Promise<unknown>;
  wrap(): Promise<unknown>;
  complete(): Promise<unknown>;
}

/** The signed-in worker. */
export interface TwilioWorker extends TwilioEmitter {
  readonly sid: string;
  readonly name: string;
  readonly workspaceSid: string;
  /** `null` before it is ready for the first time. */
  readonly activity: TwilioActivity | null | undefined;
  readonly activities: ReadonlyMap<string, TwilioActivity>;
  readonly channels: ReadonlyMap<string, TwilioChannel>;
  readonly reservations: ReadonlyMap<string, TwilioReservation>;
  updateToken(token: string): void;
  disconnect(): void;
}
