import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { KnownModality } from '../../core/model/modality.js';
import type { Gateway } from '../../core/ports/gateway.js';

/** What a case needs; see `ContractSubject`. */
export interface Subject {
  readonly gateway: Gateway;
  offer(modality: KnownModality): string | Promise<string>;
  queue?(): string | undefined | Promise<string | undefined>;
  settle(): Promise<void>;
}

/** Something a receiver may ask for, by the name of its command. */
export type Asked = SessionCommand['type'];

export interface Case {
  readonly name: string;
  /** What it cannot be proved without. */
  readonly needs?: Asked;
  /** @param does whether the platform does what is asked for so */
  prove(subject: Subject, does: (asked: Asked) => boolean): Promise<void>;
}

/** Gives a command, waits until all that follows has come, and answers with the reply. */
export async function carryOut({ gateway, settle }: Subject, command: SessionCommand): Promise<CommandReply> {
  const [reply] = await Promise.all([gateway.execute(command), settle()]);
  return reply;
}

/** Offers a task and accepts it. Answers with its session's id. */
export async function accepted(subject: Subject, modality: KnownModality = 'im'): Promise<string> {
  const sessionId = await subject.offer(modality);
  await subject.settle();
  await carryOut(subject, { type: 'session.accept', sessionId, commandId: `accept ${sessionId}` });
  return sessionId;
}
