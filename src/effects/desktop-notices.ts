/** What a desktop notification says. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Whether it stays until it is answered or taken away. */
  readonly isLasting: boolean;
}

/** What the browser says of desktop notifications; `missing` where it has none for this page. */
export type DesktopPermission = NotificationPermission | 'missing';

/** Desktop notifications, one under a name. Nothing of it throws. */
export interface Notices {
  /** Does nothing while there is one under the name. @param chosen called when the agent clicks on it */
  show(name: string, notice: Notice, chosen: () => void): void;
  close(name: string): void;
}

export class DesktopNotices implements Notices {
  readonly #shown = new Map<string, Notification>();

  show(name: string, { title, body, isLasting }: Notice, chosen: () => void): void {
    if (this.#shown.has(name) || desktopPermission() !== 'granted') return;
    try {
      // Silent: what sounds is for the agent's own settings to say.
      const notice = new Notification(title, {
        body,
        tag: `my-sessions ${name}`,
        silent: true,
        requireInteraction: isLasting,
      });
      notice.addEventListener('click', () => {
        window.focus();
        notice.close();
        chosen();
      });
      notice.addEventListener('close', () => {
        if (this.#shown.get(name) === notice) this.#shown.delete(name);
      });
      this.#shown.set(name, notice);
    } catch {
      // Mobile browsers have the name, and let only service workers do it.
    }
  }

  close(name: string): void {
    this.#shown.get(name)?.close();
    this.#shown.delete(name);
  }
}

export function desktopPermission(): DesktopPermission {
  // Not there on pages that are not secure, and refused in frames of other origins.
  if (!('Notification' in globalThis) || !isSecureContext) return 'missing';
  return Notification.permission;
}

/** Asks the agent by the browser's own question. To be called in a gesture of theirs. */
export async function askForDesktop(): Promise<DesktopPermission> {
  try {
    if (desktopPermission() !== 'missing') await Notification.requestPermission();
  } catch {
    // What it is now says it.
  }
  return desktopPermission();
}

/** Calls back when the agent has changed their mind in the browser's own settings. Returns what ends it. */
export function followDesktop(listener: () => void): () => void {
  const ending = new AbortController();
  const follow = async (): Promise<void> => {
    const status = await navigator.permissions.query({ name: 'notifications' });
    status.addEventListener('change', listener, { signal: ending.signal });
  };
  // Browsers that do not tell are asked again when the page is looked at.
  follow().catch(() => undefined);
  window.addEventListener('focus', listener, { signal: ending.signal });
  return () => {
    ending.abort();
  };
}
