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

export interface Case {
  readonly name: string;
  prove(subject: Subject): Promise<void>;
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
