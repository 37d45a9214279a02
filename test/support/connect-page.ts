// A page of Amazon Connect: the vendor's SDKs as they are, and in the frame that they talk to the platform of this folder.
// Their order matters: all three write into the one object that the first of them makes.
import 'amazon-connect-streams';
import 'amazon-connect-chatjs';
import 'amazon-connect-taskjs';
import { ConnectPlatform } from './connect-platform.mjs';

type Post = (message: unknown) => void;
type Platform = InstanceType<typeof ConnectPlatform>;

const SERVICE = 'https://participant.connect.test';
const posts = new Set<Post>();
let platform: Platform = new ConnectPlatform();
let pings = 0;
let isOpen: Promise<void> | undefined;

Object.assign(window, {
  connectPlatform: {
    join(post: Post) {
      posts.add(post);
      platform.join(post);
      return () => {
        posts.delete(post);
        platform.leaveFrame(post);
      };
    },
    receive(message: { readonly event: string; readonly data?: unknown }) {
      platform.receive(message);
    },
  },
});

/** Chats are written through a service of its own, which here is in the page. */
const network = window.fetch.bind(window);
window.fetch = async (input, init) => {
  const request = new Request(input, init);
  if (!request.url.startsWith(SERVICE)) return network(input, init);
  const action = new URL(request.url).pathname.replace('/participant/', '');
  if (action === 'put') return new Response('');
  try {
    const body = JSON.parse((await request.text()) || '{}') as object;
    return Response.json(platform.participant(action, request.headers.get('x-amz-bearer') ?? '', body));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return Response.json({ message, __type: 'AccessDeniedException' }, { status: 403 });
  }
};

async function opened(): Promise<void> {
  // What is malformed on purpose fails within the SDK, too, which would log each time.
  connect.getLog().setEchoLevel(connect.LogLevel.CRITICAL);
  connect.ChatSession.setGlobalConfig({
    endpoint: SERVICE,
    region: 'eu-central-1',
    loggerConfig: { useDefaultLogger: false },
    features: { messageReceipts: { shouldSendMessageReceipts: true, throttleTime: 1 } },
  } as Parameters<typeof connect.ChatSession.setGlobalConfig>[0]);
  init();
  await new Promise<void>((resolve) => {
    connect.agent(() => {
      resolve();
    });
  });
}

/** Puts the frame of Amazon Connect into the page, as a host does. */
function init(): void {
  const container = document.createElement('div');
  container.hidden = true;
  document.body.append(container);
  connect.core.initCCP(container, {
    ccpUrl: new URL('./connect-frame.xhtml', import.meta.url).href,
    loginPopup: false,
    storageAccess: { canRequest: false },
    ccpLoadTimeout: 60_000,
    softphone: { allowFramedSoftphone: false, disableRingtone: true },
  });
}

export interface ConnectPage {
  readonly platform: Platform;
  /** The agent of the SDK, signed in. */
  readonly agent: connect.Agent;
  /** Waits until what was posted so far has come, there and back, and what followed of it. */
  settle(): Promise<void>;
}

/** A page whose agent is signed in, with a platform that nothing has happened on yet. */
export async function connectPage(): Promise<ConnectPage> {
  const before = platform;
  platform = new ConnectPlatform();
  platform.origin = SERVICE;
  for (const post of posts) {
    before.leaveFrame(post);
    platform.join(post);
  }
  await (isOpen ??= opened());
  platform.update();
  await settle();
  return { platform, agent: new connect.Agent(), settle };
}

/** The SDK is ended and begun anew, as after its frame was lost. */
export async function reopened(): Promise<void> {
  connect.core.terminate();
  for (const frame of document.querySelectorAll('iframe')) if (frame.src.includes('connect-frame')) frame.remove();
  await opened();
  await settle();
}

async function settle(): Promise<void> {
  // A command is answered, what it has changed is told, and either may lead to another one.
  for (let round = 0; round < 4; round += 1) {
    await pong();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
}

function pong(): Promise<void> {
  const number = (pings += 1);
  return new Promise((resolve) => {
    const heard = ({ data }: MessageEvent<{ readonly event?: string; readonly data?: unknown }>): void => {
      if (data.event !== 'stub::pong' || data.data !== number) return;
      removeEventListener('message', heard);
      resolve();
    };
    addEventListener('message', heard);
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.src.includes('connect-frame'))
        frame.contentWindow?.postMessage({ event: 'stub::ping', data: number }, '*');
  });
}
