import type { Configuration } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import type { Dialogue, Line } from './dialogue.js';

/**
 * A task at the service that it was transferred to: what is not said yet, with all that is known. Live context always
 * travels along; what a service keeps of its own stretch is another matter (Nimbus "Store Context Data").
 *
 * @param session as it was when it left
 * @returns undefined where there is no such service
 */
export function carriedOn(
  dialogue: Dialogue,
  unsaid: readonly Line[],
  { transferTarget, caller, customer, parameters }: Session,
  configuration: Configuration | undefined,
): Dialogue | undefined {
  const target = [...(configuration?.services.values() ?? [])].find(({ name }) => name === transferTarget);
  return (
    target && {
      ...dialogue,
      offer: {
        ...dialogue.offer,
        serviceId: target.id,
        parameters,
        ...(caller ? { caller } : {}),
        ...(customer ? { customer } : {}),
      },
      lines: unsaid,
      lateParameters: [],
      troubles: [],
    }
  );
}
