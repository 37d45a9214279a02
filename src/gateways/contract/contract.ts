import type { Gateway } from '../../core/ports/gateway.js';
import type { KnownModality } from '../../core/model/modality.js';
import { commandCases } from './command-cases.js';
import type { Asked } from './contract-case.js';
import { deliveryCases } from './delivery-cases.js';
import { proveLacking } from './lacking.js';
import { pickCases } from './pick-cases.js';

/** One gateway under test, and a hand on its backend. */
export interface ContractSubject {
  readonly gateway: Gateway;
  /**
   * Makes the backend offer the agent a task that nobody but the agent will end. Answers with its session's id. At most
   * one call and one chat are asked for.
   */
  offer(modality: KnownModality): string | Promise<string>;
  /** Lets a task wait to be picked, and answers with its id. Absent where agents pick nothing. */
  queue?(): string | undefined | Promise<string | undefined>;
  /** Waits until everything has come that was asked for so far: replies, and facts that take their time. */
  settle(): Promise<void>;
  /** Releases what the subject holds. */
  dispose?(): void | Promise<void>;
}

/** What the suite needs from you. */
export interface ContractHarness {
  /** A fresh gateway, not yet connected, whose agent is available, has no task under way, and may have two at once. */
  make(): ContractSubject | Promise<ContractSubject>;
  /**
   * What the platform does not do, by the names of the commands, such as `session.park`: the cases that need it prove
   * that it is refused, and that its sessions say so beforehand (`cannot`).
   */
  readonly without?: readonly Asked[];
}

/** What a case has shown. */
export interface ContractResult {
  /** The command that the platform does not carry out: not the case was proved, but that it is refused. */
  readonly without?: Asked;
}

export interface ContractCase {
  readonly name: string;
  /** Rejects with what the gateway owes, when it does not keep the contract. */
  run(harness: ContractHarness): Promise<ContractResult>;
}

/**
 * What every gateway owes the store. Framework-free: give each case to your test runner, such as
 * `for (const { name, run } of gatewayContract) it(name, () => run(harness));`
 */
export const gatewayContract: readonly ContractCase[] = [...deliveryCases, ...commandCases, ...pickCases].map(
  ({ name, needs, prove }) => ({
    name,
    async run({ make, without = [] }) {
      const lacking = without.find((asked) => asked === needs);
      const subject = await make();
      try {
        await (lacking ? proveLacking(subject, lacking) : prove(subject, (asked) => !without.includes(asked)));
        return lacking ? { without: lacking } : {};
      } finally {
        await subject.dispose?.();
      }
    },
  }),
);
