import type { Dict } from './read.js';
import { dict, list, text } from './read.js';

const ownCodesOf = (service: Dict | undefined): readonly unknown[] => list(dict(service?.extensions).primaryCodes);

/** The platform's wrap-up codes, for the services of a configuration that name none. */
export class Codes {
  readonly #known = new Map<string, Map<string, string>>();
  readonly #configuration: unknown;

  constructor(configuration: unknown) {
    this.#configuration = configuration;
  }

  /** Whether the platform's codes are those of a service: it names none. */
  areWantedBy(serviceId: string): boolean {
    return ownCodesOf(list(dict(this.#configuration).services).find(({ id }) => id === serviceId)).length === 0;
  }

  /** The codes of a queue of a service. An empty list is known, too. */
  add(serviceId: string, codes: unknown): void {
    const known = this.#known.get(serviceId) ?? new Map<string, string>();
    for (const { id, name } of list(codes)) {
      const code = text(id);
      if (code !== undefined) known.set(code, text(name) ?? code);
    }
    this.#known.set(serviceId, known);
  }

  /** A configuration document, one with a tenant and services, with these codes. */
  into({ tenant, services, ...rest }: Dict): unknown {
    const { codes } = dict(tenant);
    const own: readonly unknown[] = Array.isArray(codes) ? codes : [];
    const added = new Map<unknown, string>([...this.#known.values()].flatMap((some) => [...some]));
    for (const { id } of list(own)) added.delete(id);
    return {
      ...rest,
      tenant: {
        ...dict(tenant),
        codes: [...own, ...[...added].map(([id, label]) => ({ id, label }))],
      },
      services: (services as readonly unknown[]).map((service) => this.#in(service)),
    };
  }

  #in(service: unknown): unknown {
    const own = dict(service);
    const codes = this.#known.get(text(own.id) ?? '');
    if (!codes || ownCodesOf(own).length > 0) return service;
    return { ...own, extensions: { ...dict(own.extensions), primaryCodes: [...codes.keys()] } };
  }
}
