/** To what kind of target a session can be transferred. */
export const TRANSFER_KINDS = ['service', 'agent', 'number'] as const;

export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** Where a session is to go: exactly one of the three. */
export interface TransferAim {
  readonly targetServiceId?: string;
  readonly targetUserId?: string;
  /** E.164, such as +4721550100. */
  readonly targetNumber?: string;
}
