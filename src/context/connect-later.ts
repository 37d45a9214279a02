import type { Gateway } from '../core/ports/gateway.js';
import type { Logger } from '../core/ports/logger.js';

/** Connects a gateway that does not read by itself, when what reads its facts is loaded: the kit's own need none of it. */
export const connectLater =
  (gateway: Gateway, logger: Logger): Gateway['connect'] =>
  (receiver) => {
    let end: (() => void) | undefined;
    let isOver = false;
    import('../core/reading/reading-receiver.js')
      .then(({ readingReceiver }) => {
        if (!isOver) end = gateway.connect(readingReceiver(receiver));
      })
      .catch((error: unknown) => {
        logger.error('The gateway could not be connected.', error);
      });
    return () => {
      isOver = true;
      end?.();
    };
  };
