// A worker of the real SDK on a platform of this machine, and a gateway over it.
import taskRouter from 'twilio-taskrouter';
import { Recorder } from '../../dist/gateways/contract/recorder.js';
import { createTwilioGateway } from '../../dist/gateways/twilio/twilio.js';
import { TwilioPlatform } from '../../tools/platforms/twilio.mjs';

const service = (id, afterCallWork) => ({ id, name: `The ${id}`, licence: 'enterprise-routing', afterCallWork });

const configuration = {
  version: 1,
  sessionPolicy: 'multi-active',
  tenant: { name: 'Somewhere', codes: [{ id: 'solved', label: 'Solved' }] },
  services: [
    { ...service('desk', { enabled: true }), extensions: { primaryCodes: ['solved'] } },
    service('loans', { enabled: false }),
  ],
  users: [{ id: 'WK1', name: 'Bo' }],
};

const services = {
  attribute: { path: 'product.name', services: { loan: 'loans' } },
  queues: { 'WQ-first': 'desk', 'WQ-loans': 'loans' },
  default: 'desk',
};

/** Waits until something is so. */
export async function until(check, what = String(check), ms = 15_000) {
  for (const end = Date.now() + ms; !check();) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A worker that is ready. */
export async function openDesk(options = {}) {
  const desk = await beginDesk(new TwilioPlatform(), options);
  await new Promise((resolve) => desk.worker.once('ready', resolve));
  return desk;
}

/** A worker that has only begun to connect: the first one of a platform, or another one at its addresses. */
export async function beginDesk(platform, options = {}, known = undefined) {
  const addresses = known ?? (await platform.open());
  const worker = new taskRouter.Worker('token', addresses);
  const errors = [];
  worker.on('error', (error) => errors.push(error));
  const gateway = createTwilioGateway({ worker, configuration, services, ...options });
  const asked = new Set();
  let marks = 0;
  /** Once round: what was said before has arrived. */
  const round = async () => {
    marks += 1;
    const mark = marks;
    const heard = new Promise((resolve) => {
      const listener = ({ attributes }) => {
        if (attributes.mark !== mark) return;
        worker.removeListener('attributesUpdated', listener);
        resolve();
      };
      worker.on('attributesUpdated', listener);
    });
    platform.mark({ mark });
    await heard;
  };
  const desk = {
    platform,
    addresses,
    worker,
    errors,
    gateway: {
      ...gateway,
      execute(command) {
        const reply = gateway.execute(command);
        asked.add(reply);
        reply.finally(() => asked.delete(reply));
        return reply;
      },
    },
    connect() {
      const recorder = new Recorder();
      return { recorder, disconnect: gateway.connect(recorder) };
    },
    async settle() {
      do {
        await Promise.all(asked);
        await round();
      } while (asked.size > 0 || platform.pending > 0);
    },
    /** The SDK loses its connection and comes again, without the time that it waits for that by itself. */
    async again(meanwhile = () => undefined) {
      const ready = new Promise((resolve) => worker.once('ready', resolve));
      worker.disconnect();
      meanwhile();
      worker.updateToken('token');
      await ready;
    },
    async close() {
      worker.disconnect();
      await platform.close();
    },
  };
  return desk;
}
