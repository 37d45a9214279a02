import type { Configuration, Service, User } from '../configuration/configuration.js';
import type { KnownModality } from '../model/modality.js';
import type { UserPresence } from '../model/presence.js';
import type { Session } from '../model/session.js';
import type { TransferAim, TransferKind } from '../model/transfer.js';
import { E164 } from '../text/phone-number.js';
import { acceptanceOf } from './acceptance-of.js';
import type { AcceptanceStop } from './acceptance.js';

/** What a session could be transferred to. */
export interface TransferTarget {
  readonly kind: Exclude<TransferKind, 'number'>;
  readonly id: string;
  readonly name: string;
  /** Why not now; a user who is away, or has as much to do as may be, is not asked to take one more. */
  readonly obstacle: AcceptanceStop | undefined;
}

/** How available and how busy somebody else is, as far as it is known. */
export interface Colleague {
  readonly presence?: Pick<UserPresence, 'presence'>;
  readonly usage?: {
    readonly total: number;
    readonly perModality: Readonly<Partial<Record<KnownModality, number>>>;
  };
}

/** What the targets of a transfer are decided on. */
export interface Directory {
  readonly configuration: Configuration | undefined;
  /** Who wants to transfer. */
  readonly agentId: string | undefined;
  /** What is known of the others; of whom nothing is known, nothing stands against. */
  readonly userOf: (id: string) => Colleague | undefined;
}

/** The kinds of target that a session can have: those its service allows, and numbers for calls alone. */
export const transferKindsOf = (
  { modality }: Pick<Session, 'modality'>,
  service: Service | undefined,
): readonly TransferKind[] =>
  (service?.transferTo ?? ['service']).filter((kind) => kind !== 'number' || modality === 'audio-video');

type Transferred = Pick<Session, 'serviceId' | 'modality'>;

/** All services and users that a session could go to, but where it is already, in the order of the configuration. */
export function transferTargets(session: Transferred, directory: Directory): readonly TransferTarget[] {
  const { configuration, agentId } = directory;
  const kinds = transferKindsOf(session, configuration?.services.get(session.serviceId));
  const services = kinds.includes('service') ? [...(configuration?.services.values() ?? [])] : [];
  const users = kinds.includes('agent') ? [...(configuration?.users.values() ?? [])] : [];
  return [
    ...services
      .filter(({ id }) => id !== session.serviceId && !configuration?.records.has(id))
      .map(({ id, name }) => ({ kind: 'service', id, name, obstacle: undefined }) as const),
    ...users
      .filter(({ id }) => id !== agentId)
      .map((user) => {
        const { id, name } = user;
        return { kind: 'agent', id, name, obstacle: stopOf(user, session, directory) } as const;
      }),
  ];
}

function stopOf(
  user: User,
  { modality }: Transferred,
  { configuration, userOf }: Directory,
): AcceptanceStop | undefined {
  const { presence, usage } = userOf(user.id) ?? {};
  const perModality = new Map(Object.entries(usage?.perModality ?? {}));
  const workload = {
    user,
    presence: presence?.presence,
    sessionPolicy: configuration?.sessionPolicy,
    usage: { total: usage?.total ?? 0, perModality, afterCallWork: 0, engaging: [] },
  };
  return acceptanceOf(workload, modality).stops[0];
}

/**
 * Why a session cannot go there:
 *
 * - `not-one`: no target is named, or more than one;
 * - `kind`: its service does not allow targets of this kind, or a task of its kind has none;
 * - `here`: it is there already;
 * - `unknown`: there is no such service or user;
 * - `not-a-number`: no phone number with a country code;
 * - `busy`: the user cannot take one now.
 */
export type AimObstacle = 'not-one' | 'kind' | 'here' | 'unknown' | 'not-a-number' | 'busy';

/** What stands against a transfer to a target; undefined when nothing does. */
export function obstacleToAim(aim: TransferAim, session: Transferred, directory: Directory): AimObstacle | undefined {
  const kind = kindOf(aim);
  if (!kind) return 'not-one';
  const service = directory.configuration?.services.get(session.serviceId);
  if (!transferKindsOf(session, service).includes(kind)) return 'kind';
  const { targetServiceId, targetUserId, targetNumber = '' } = aim;
  if (kind === 'number') return E164.test(targetNumber) ? undefined : 'not-a-number';
  if (targetServiceId === session.serviceId || targetUserId === (directory.agentId ?? '')) return 'here';
  const id = targetServiceId ?? targetUserId;
  const target = transferTargets(session, directory).find((own) => own.kind === kind && own.id === id);
  if (!target) return 'unknown';
  return target.obstacle && 'busy';
}

const kindOf = ({ targetServiceId, targetUserId, targetNumber }: TransferAim): TransferKind | undefined => {
  const named = (
    [
      ['service', targetServiceId],
      ['agent', targetUserId],
      ['number', targetNumber],
    ] as const
  ).filter(([, target]) => target !== undefined);
  return named.length === 1 ? named[0]?.[0] : undefined;
};
