import type { SessionCommand } from '../../core/commands/command.js';
import { unreadAfter } from '../../core/rules/unread.js';
import { extendAfterWork } from './after-work.js';
import { Correspondence } from './correspondence.js';
import type { Engine, Happening } from './engine.js';
import type { Lifecycle } from './lifecycle.js';
import { park, unpark } from './parking.js';

/** What a command does that the rules allow. */
export class CommandActs {
  readonly #engine: Engine;
  readonly #lifecycle: Lifecycle;
  readonly #correspondence: Correspondence;

  constructor(engine: Engine, lifecycle: Lifecycle) {
    this.#engine = engine;
    this.#lifecycle = lifecycle;
    this.#correspondence = new Correspondence(engine);
  }

  carryOut(command: SessionCommand): void {
    const lifecycle = this.#lifecycle;
    const { commandId: causedBy } = command;
    if (command.type === 'presence.change') {
      lifecycle.presence.choose(command.presence, causedBy);
      return;
    }
    const { sessionId } = command;
    switch (command.type) {
      case 'session.accept':
        lifecycle.accept(sessionId, causedBy);
        break;
      case 'session.decline':
        lifecycle.decline(sessionId, causedBy);
        break;
      case 'session.park':
        park(this.#engine, sessionId, causedBy);
        break;
      case 'session.unpark':
        unpark(this.#engine, sessionId, causedBy);
        break;
      case 'session.hold':
        this.#tell({ type: 'session.held', sessionId, causedBy });
        break;
      case 'session.resume':
        this.#tell({ type: 'session.resumed', sessionId, causedBy });
        break;
      case 'work-item.pick':
        lifecycle.pick(sessionId, causedBy);
        break;
      case 'session.release':
        lifecycle.release(sessionId, causedBy);
        break;
      case 'session.transfer':
        lifecycle.transfer(sessionId, command, causedBy);
        break;
      case 'session.end':
        lifecycle.endByAgent(sessionId, causedBy);
        break;
      case 'after-call-work.finish':
        lifecycle.finish(sessionId, causedBy);
        break;
      case 'after-call-work.extend':
        extendAfterWork(this.#engine, sessionId, causedBy, lifecycle.finish);
        break;
      case 'codes.choose': {
        const { type: _, commandId: __, ...chosen } = command;
        this.#tell({ type: 'codes.chosen', ...chosen, causedBy });
        break;
      }
      case 'tags.change':
        this.#tell({ type: 'tags.changed', sessionId, tags: command.tags, causedBy });
        break;
      case 'notes.save': {
        const { agentId, agenda } = this.#engine;
        const notes = { text: command.text, version: command.version + 1, by: agentId, at: agenda.now() };
        this.#tell({ type: 'notes.changed', sessionId, notes, causedBy });
        break;
      }
      case 'messages.mark-read':
        this.#tell({
          type: 'messages.read',
          sessionId,
          unread: unreadAfter(this.#engine.transcripts.get(sessionId) ?? [], command.segmentId),
          causedBy,
        });
        break;
      case 'message.send':
      case 'email.reply':
        this.#correspondence.send(command);
        break;
      case 'email.mark-as-handled':
        lifecycle.end(sessionId, 'marked-as-handled-by-user', causedBy);
        break;
    }
  }

  #tell(happening: Happening): void {
    this.#engine.tell([happening]);
  }
}
