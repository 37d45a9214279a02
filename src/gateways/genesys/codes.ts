import type { Dict } from './read.js';
import { dict, list, text } from './read.js';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const ownCodesOf = (service: Dict | undefined): readonly unknown[] => {
  const { primaryCodes } = dict(service?.extensions);
  return isList(primaryCodes) ? primaryCodes : [];
};

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
    for (const { id, name } of isList(codes) ? list(codes) : list(dict(codes).entities)) {
      const code = text(id);
      if (code !== undefined) known.set(code, text(name) ?? code);
    }
    this.#known.set(serviceId, known);
  }

  /** A configuration document with these codes. */
  into({ tenant, services, ...rest }: Dict): unknown {
    const { codes } = dict(tenant);
    const own = isList(codes) ? codes : [];
    const taken = new Set(list(own).map(({ id }) => id));
    const added = new Map([...this.#known.values()].flatMap((some) => [...some]));
    return {
      ...rest,
      tenant: {
        ...dict(tenant),
        codes: [...own, ...[...added].flatMap(([id, label]) => (taken.has(id) ? [] : [{ id, label }]))],
      },
      services: isList(services) ? services.map((service) => this.#in(service)) : services,
    };
  }

  #in(service: unknown): unknown {
    const own = dict(service);
    const codes = this.#known.get(text(own.id) ?? '');
    if (own !== service || !codes || ownCodesOf(own).length > 0) return service;
    return { ...own, extensions: { ...dict(own.extensions), primaryCodes: [...codes.keys()] } };
  }
}
