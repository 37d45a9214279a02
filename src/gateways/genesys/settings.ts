import type { SessionEvent } from '../../core/events/session-event.js';
import { parseConfiguration } from '../../core/configuration/parse-configuration.js';
import { MODALITIES } from '../../core/model/modality.js';
import type { KnownModality } from '../../core/model/modality.js';
import { MODALITY_OF } from './participants.js';
import type { Dict } from './read.js';
import { dict, list, number, own, text } from './read.js';

export interface SettingsOptions {
  readonly configuration?: unknown;
  readonly services?: Readonly<Record<string, string>> | undefined;
  readonly defaultService?: string | undefined;
}

/** Media types of utilization, by what their communications are called. */
const UTILIZED: Readonly<Record<string, KnownModality>> = {
  call: MODALITY_OF.calls,
  callback: MODALITY_OF.callbacks,
  chat: MODALITY_OF.chats,
  message: MODALITY_OF.messages,
  email: MODALITY_OF.emails,
  workitem: 'external',
};

/** The host's configuration with what the platform knows: who works here, how much at once, and the codes of queues. */
export class Settings {
  readonly #options: SettingsOptions;
  /** What else is made of the document, when more is known of it. */
  refine: (document: Dict) => unknown = (document) => document;
  #limits: Partial<Record<KnownModality, number>> = {};

  constructor(options: SettingsOptions) {
    this.#options = options;
  }

  serviceOf(queueId: string | undefined): string {
    const { services, defaultService, configuration } = this.#options;
    return (
      own(services, queueId) ??
      defaultService ??
      text(list(dict(configuration).services)[0]?.id) ??
      Object.values(services ?? {})[0] ??
      queueId ??
      'genesys'
    );
  }

  /** How much of each kind the agent may have at once. */
  limit(utilization: unknown): void {
    const limits: Partial<Record<KnownModality, number>> = {};
    for (const [type, settings] of Object.entries(dict(dict(utilization).utilization))) {
      const most = number(dict(settings).maximumCapacity);
      const modality = own(UTILIZED, type);
      if (modality && most !== undefined) limits[modality] = Math.max(limits[modality] ?? 0, Math.trunc(most));
    }
    this.#limits = limits;
  }

  fact(agentId: string, agentName: string | undefined, at: number): SessionEvent {
    const parsed = parseConfiguration(this.#document(agentId, agentName));
    return parsed.ok
      ? { type: 'configuration.loaded', configuration: parsed.configuration, at }
      : { type: 'configuration.rejected', problems: parsed.problems, at };
  }

  #document(agentId: string, agentName: string | undefined): unknown {
    const { configuration = this.#usual() } = this.#options;
    const { tenant, services, users, ...rest } = dict(configuration);
    // What is wrong with a document is for the reader of documents to say.
    if (!isList(services) || !isList(users) || !isDict(tenant)) return configuration;
    const agent = list(users).find(({ id }) => id === agentId);
    return this.refine({
      ...rest,
      tenant,
      services,
      users: [
        ...users.filter((user) => dict(user).id !== agentId),
        { name: agentName ?? agentId, ...agent, id: agentId, taskParallelization: this.#parallel(agent) },
      ],
    });
  }

  /** The platform's limit of each kind; the total is the host's where he has one. */
  #parallel(agent: Dict | undefined): unknown {
    const said = dict(agent?.taskParallelization);
    const modalities = MODALITIES.filter((modality) => this.#limits[modality] !== undefined);
    if (modalities.length === 0) return agent?.taskParallelization ?? {};
    const sum = modalities.reduce((total, modality) => total + (this.#limits[modality] ?? 0), 0);
    return {
      enabled: true,
      total: said.enabled === true && number(said.total) !== undefined ? said.total : Math.max(1, sum),
      perModality: { ...dict(said.perModality), ...this.#limits },
    };
  }

  /** Without a configuration: the services that queues are mapped to, with what this platform can fill. */
  #usual(): unknown {
    const { services, defaultService } = this.#options;
    const ids = new Set([...Object.values(services ?? {}), defaultService ?? this.serviceOf(undefined)]);
    return {
      version: 1,
      sessionPolicy: 'multi-active',
      tenant: { name: 'Genesys Cloud' },
      services: [...ids].map((id) => ({
        id,
        name: id,
        licence: 'contact-center',
        // As the platform counts.
        parking: { freesSlot: true },
        extensions: { widgets: ['session-details', 'codes-tags', 'companion-chat', 'transcript-view'] },
      })),
      users: [],
    };
  }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isDict = (value: unknown): value is Dict => dict(value) === value;
