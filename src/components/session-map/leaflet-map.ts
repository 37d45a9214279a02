import type * as Leaflet from 'leaflet';
import css from 'leaflet/dist/leaflet.css?raw';
import { render } from 'lit';
import type { Coordinates } from '../../core/location/location.js';
import { expandMapUrl } from '../../core/location/map-urls.js';
import { MapPin } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';

/** What a map shows. */
export interface MapView {
  readonly sessionId: string;
  readonly place: Coordinates;
  /** The URL template of the tile source. */
  readonly tiles: string;
  readonly maxZoom: number;
  /** Without cookies. */
  readonly isAnonymous: boolean;
}

/** What a map needs beside. */
export interface MapSurroundings {
  /** An empty element that the map fills. */
  readonly viewport: HTMLElement;
  /** Called when the first tile fails, and with false when all are asked for anew. */
  readonly onTileFailure: (hasFailed: boolean) => void;
  /** Aborted when the map is not wanted any more, also before it is there. */
  readonly signal: AbortSignal;
}

/** A map on screen. It ends with the signal it was opened with. */
export interface OpenMap {
  zoomBy(step: 1 | -1): void;
  /** Back to where it began. */
  recentre(): void;
  /** Follows a new size of its viewport. */
  resize(): void;
  /** Asks for all tiles again. */
  reload(): void;
  /** Says what assistive technology calls it. */
  name(label: string): void;
}

const FIRST_ZOOM = 15;
const CLOSEST_ZOOM = 22;

let sheet: CSSStyleSheet | undefined;

/** Leaflet's own rules go first, so that the element's win. */
function adoptSheet(root: Node): void {
  if (!(root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}

/** Loads Leaflet, which needs a page to load at all, and opens a map; undefined when it is not wanted any more. */
export async function openLeafletMap(view: MapView, surroundings: MapSurroundings): Promise<OpenMap | undefined> {
  const leaflet = await import('leaflet');
  const { viewport, signal, onTileFailure } = surroundings;
  if (signal.aborted) return undefined;
  adoptSheet(viewport.getRootNode());

  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const container = document.createElement('div');
  container.setAttribute('role', 'region');
  viewport.append(container);
  signal.addEventListener('abort', () => {
    container.remove();
  });
  const centre = leaflet.latLng(view.place.latitude, view.place.longitude);
  const maxZoom = Math.min(view.maxZoom, CLOSEST_ZOOM);
  const map = leaflet.map(container, {
    center: centre,
    zoom: Math.min(FIRST_ZOOM, maxZoom),
    maxZoom,
    // Leaflet's controls write HTML, which a strict page forbids; the element has its own.
    zoomControl: false,
    attributionControl: false,
    fadeAnimation: !isCalm,
    zoomAnimation: !isCalm,
    markerZoomAnimation: !isCalm,
    inertia: !isCalm,
    // The element's ResizeObserver does it.
    trackResize: false,
  });
  if (isCalm) {
    const panBy = map.panBy.bind(map);
    map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
  }
  const layer = new (tileLayerOf(leaflet, view))({ maxZoom, keepBuffer: 1 });
  layer.on('tileerror', ({ tile }) => {
    if (!signal.aborted && tile.isConnected) onTileFailure(true);
  });
  // A tile that is not wanted any more stops loading.
  layer.on('tileunload', ({ tile }) => {
    tile.removeAttribute('src');
  });
  layer.addTo(map);
  leaflet.marker(centre, { icon: pin(leaflet), interactive: false, keyboard: false }).addTo(map);

  viewport.addEventListener('wheel', keepPageScrolling, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    const pane = map.getPane('mapPane');
    map.remove();
    // Movements under way end after the map, look for its pane and tell listeners whose parts are gone (Leaflet 1.9).
    map.off();
    Object.assign(map, { _mapPane: pane });
  });
  return handleOf(map, {
    recentre: () => map.setView(centre, Math.min(FIRST_ZOOM, maxZoom), { animate: !isCalm }),
    reload: () => {
      onTileFailure(false);
      layer.redraw();
    },
  });
}

function handleOf(map: Leaflet.Map, acts: Pick<OpenMap, 'recentre' | 'reload'>): OpenMap {
  const container = map.getContainer();
  let goal: number | undefined;
  // Leaflet forgets what is asked for while it moves.
  map.on('moveend', () => {
    if (goal === map.getZoom()) goal = undefined;
    if (goal !== undefined) map.setZoom(goal);
  });
  return {
    ...acts,
    zoomBy: (step) => {
      goal = Math.max(map.getMinZoom(), Math.min((goal ?? map.getZoom()) + step, map.getMaxZoom()));
      map.setZoom(goal);
    },
    resize: () => map.invalidateSize({ animate: false }),
    name: (label) => {
      container.setAttribute('aria-label', label);
    },
  };
}

/**
 * Tiles as plain images. Leaflet's own tile layer puts values into the template by rules of its own, and ends tiles
 * with a `data:` image, which a strict page forbids.
 */
function tileLayerOf(leaflet: typeof Leaflet, { tiles: template, isAnonymous }: MapView) {
  return class extends leaflet.GridLayer {
    protected override createTile({ z, x, y }: Leaflet.Coords, done: Leaflet.DoneCallback): HTMLElement {
      const tile = document.createElement('img');
      tile.alt = '';
      if (isAnonymous) tile.crossOrigin = 'anonymous';
      tile.referrerPolicy = 'strict-origin-when-cross-origin';
      tile.addEventListener('load', () => {
        done(undefined, tile);
      });
      tile.addEventListener('error', () => {
        done(new Error('The tile could not be loaded.'), tile);
      });
      const values = new Map<string, number>([
        ['z', z],
        ['x', x],
        ['y', y],
      ]);
      tile.src = expandMapUrl('tiles', template, values) ?? '';
      return tile;
    }
  };
}

function pin(leaflet: typeof Leaflet) {
  const drawing = document.createElement('span');
  render(icon(MapPin), drawing);
  return leaflet.divIcon({ html: drawing, className: 'pin', iconSize: [32, 32], iconAnchor: [16, 30] });
}

/** A map in the middle of a panel does not catch the wheel, unless the agent is in it or holds Ctrl. */
function keepPageScrolling(event: WheelEvent): void {
  const viewport = event.currentTarget as HTMLElement;
  const { activeElement } = viewport.getRootNode() as ShadowRoot;
  if (!event.ctrlKey && !viewport.contains(activeElement)) event.stopPropagation();
}
