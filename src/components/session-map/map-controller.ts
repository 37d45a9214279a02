import type { LitElement, ReactiveController } from 'lit';
import type { MapView, OpenMap } from './leaflet-map.js';

/** `failed`: the map itself could not be loaded. Tiles that fail leave it `shown`. */
export type MapState = 'none' | 'loading' | 'shown' | 'failed';

/**
 * Keeps at most one map in the `.viewport` of an element. Leaflet is loaded when the viewport has a size for the first
 * time, that is, when a map will really be seen; the map ends when another place or session is shown.
 */
export class MapController implements ReactiveController {
  readonly #host: LitElement;
  #state: MapState = 'none';
  #hasTileFailure = false;
  #wanted: MapView | undefined;
  #opened: MapView | undefined;
  #ending: AbortController | undefined;
  #map: OpenMap | undefined;
  #label = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get map(): OpenMap | undefined {
    return this.#map;
  }

  get hasTileFailure(): boolean {
    return this.#hasTileFailure;
  }

  /** To be called while rendering, which has to leave an empty element of class `viewport` for it. */
  show(view: MapView, label: string): MapState {
    this.#wanted = view;
    this.#label = label;
    return isSame(view, this.#opened) ? this.#state : 'loading';
  }

  /** Tries again what failed: the map, or its tiles. */
  retry(): void {
    if (this.#map) {
      this.#map.reload();
      return;
    }
    this.end();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#wanted = undefined;
  }

  hostUpdated(): void {
    if (!isSame(this.#wanted, this.#opened)) {
      this.end();
      if (this.#wanted) this.#begin(this.#wanted);
    }
    this.#map?.name(this.#label);
  }

  hostDisconnected(): void {
    this.end();
  }

  /** Ends the map; it begins anew when it is shown again. */
  end(): void {
    this.#ending?.abort();
    this.#ending = undefined;
    this.#map = undefined;
    this.#opened = undefined;
    this.#hasTileFailure = false;
    this.#state = 'none';
  }

  #begin(view: MapView): void {
    const viewport = this.#host.renderRoot.querySelector<HTMLElement>('.viewport');
    if (!viewport) return;
    const ending = new AbortController();
    this.#ending = ending;
    this.#opened = view;
    this.#state = 'loading';
    let isLoading = false;
    const observer = new ResizeObserver(() => {
      if (viewport.clientWidth === 0 || viewport.clientHeight === 0) return;
      this.#map?.resize();
      if (isLoading) return;
      isLoading = true;
      void this.#open(view, viewport, ending.signal);
    });
    observer.observe(viewport);
    ending.signal.addEventListener('abort', () => {
      observer.disconnect();
    });
  }

  async #open(view: MapView, viewport: HTMLElement, signal: AbortSignal): Promise<void> {
    try {
      const { openLeafletMap } = await import('./leaflet-map.js');
      const onTileFailure = (hasFailed: boolean): void => {
        if (hasFailed === this.#hasTileFailure) return;
        this.#hasTileFailure = hasFailed;
        this.#host.requestUpdate();
      };
      const map = await openLeafletMap(view, { viewport, signal, onTileFailure });
      if (signal.aborted) return;
      this.#map = map;
      this.#state = 'shown';
    } catch {
      if (signal.aborted) return;
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }
}

const isSame = (one: MapView | undefined, other: MapView | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.sessionId === other.sessionId &&
    one.place.latitude === other.place.latitude &&
    one.place.longitude === other.place.longitude &&
    one.tiles === other.tiles &&
    one.isAnonymous === other.isAnonymous &&
    one.maxZoom === other.maxZoom);
