import { filter, firstValueFrom } from 'rxjs';
import { createSessionStore, selectWorkspace, silentLogger } from '../../src/index.js';
import type { SessionStore, SessionStoreOptions } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';

/** A store in a situation, its commands numbered command-1, command-2 … */
export function aStore(
  situation: Situation = {},
  options: Partial<SessionStoreOptions> = {},
): { readonly store: SessionStore; readonly gateway: ScriptedGateway } {
  const gateway = aGateway(situation);
  let commands = 0;
  const newId = (): string => {
    commands += 1;
    return `command-${String(commands)}`;
  };
  const store = createSessionStore({ gateway, clock: gateway.clock, logger: silentLogger, newId, ...options });
  return { store, gateway };
}

/** As `aStore`, of a gateway that does not read what it hands over, once what reads it is there. */
export async function aReadingStore(
  situation: Situation = {},
  options: Partial<SessionStoreOptions> = {},
): Promise<ReturnType<typeof aStore>> {
  const gateway = aGateway(situation);
  gateway.isRead = false;
  const { store } = aStore({}, { gateway, ...options });
  await firstValueFrom(store.select(selectWorkspace).pipe(filter(({ isConnected }) => isConnected)));
  return { store, gateway };
}
