import type { DBSchema } from 'idb';
import { DeviceDatabase } from './device-database.js';

interface Schema extends DBSchema {
  readonly notifications: { readonly key: string; readonly value: unknown };
}

const CHANNEL = 'my-sessions notifications';

const database = new DeviceDatabase<Schema>({
  name: 'my-sessions-settings',
  version: 1,
  upgrade: (opened) => {
    opened.createObjectStore('notifications');
  },
});

/** What was chosen in this page: it counts here, also where nothing may be kept. */
const chosen = new Map<string, unknown>();
const listeners = new Set<(owner: string) => void>();
let channel: BroadcastChannel | undefined;

/** What was kept for an agent, as it was kept; undefined where there is nothing, or nothing may be kept. Never rejects. */
export async function recallNotifications(owner: string): Promise<unknown> {
  if (chosen.has(owner)) return chosen.get(owner);
  const kept: unknown = await database.use((own) => own.get('notifications', owner)).catch(() => undefined);
  return chosen.has(owner) ? chosen.get(owner) : kept;
}

/** Keeps what an agent has chosen, for every page of this browser. Answers whether it is kept; in this page it counts anyway. */
export async function keepNotifications(owner: string, value: unknown): Promise<boolean> {
  chosen.set(owner, value);
  tell(owner);
  try {
    await database.use((own) => own.put('notifications', value, owner));
    channel?.postMessage(owner);
    return true;
  } catch {
    return false;
  }
}

/** Calls back with the agent for whom something else was chosen, here or in another page. Returns what ends it. */
export function followNotifications(listener: (owner: string) => void): () => void {
  listeners.add(listener);
  channel ??= openChannel();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
}

function openChannel(): BroadcastChannel | undefined {
  try {
    const opened = new BroadcastChannel(CHANNEL);
    opened.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string') return;
      // What another page has kept is newer than what was chosen here.
      chosen.delete(data);
      tell(data);
    });
    return opened;
  } catch {
    return undefined;
  }
}

function tell(owner: string): void {
  for (const listener of [...listeners]) listener(owner);
}
