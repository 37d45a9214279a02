/** What `map-server.mjs` answers instead of the truth. */
interface Faults {
  readonly tiles?: { readonly status?: number };
  readonly places?: {
    readonly status?: number;
    readonly body?: string;
    readonly length?: number;
    /** Answers only after `go`. */
    readonly waits?: boolean;
  };
}

/** A tile source and geocoder of a test's own, on the server that serves the tests. */
export class MapSource {
  readonly base = `${location.origin}/test-map/${crypto.randomUUID()}`;
  /** The part of a configuration that names it. */
  readonly configuration = {
    tiles: `${this.base}/tiles/{z}/{x}/{y}.svg`,
    geocoder: `${this.base}/places?q={address}`,
    link: 'https://maps.example/find?q={address}',
    attribution: 'Test Map',
  };

  /** What it was asked for, oldest first. */
  async requests(): Promise<readonly string[]> {
    const response = await fetch(`${this.base}/requests`);
    return (await response.json()) as string[];
  }

  async tiles(): Promise<readonly string[]> {
    return (await this.requests()).filter((path) => path.startsWith('/tiles/'));
  }

  async lookUps(): Promise<readonly string[]> {
    return (await this.requests()).filter((path) => path.startsWith('/places'));
  }

  async break(faults: Faults): Promise<void> {
    await fetch(`${this.base}/faults`, { method: 'PUT', body: JSON.stringify(faults) });
  }

  /** Lets go of what waits. */
  async go(): Promise<void> {
    await fetch(`${this.base}/go`, { method: 'PUT' });
  }
}
