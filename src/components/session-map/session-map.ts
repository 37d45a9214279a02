import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { contextAt } from '../../core/context-data/kept-context.js';
import { readLocation } from '../../core/location/location.js';
import type { Coordinates, Location } from '../../core/location/location.js';
import { planMap } from '../../core/location/map-plan.js';
import { DEFAULT_LINK, expandMapUrl, isUsable } from '../../core/location/map-urls.js';
import type { Session } from '../../core/model/session.js';
import { selectServiceOf, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { displayableText, endOfStep } from '../../core/text/displayable-text.js';
import { sessionMap } from '../../localize/en/session-map.js';
import { base } from '../../styles/base.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { ExternalLink, LocateFixed, ZoomIn, ZoomOut } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import { longText } from '../../views/long-text.js';
import { emptyState } from '../../views/empty-state.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { Geocoder } from './geocoder.js';
import { MapController } from './map-controller.js';
import { styles } from './session-map.styles.js';

type Words = typeof sessionMap;

/** What is known of where a session's customer is, and what to do about what is not. */
interface Whereabouts {
  readonly place?: Coordinates | undefined;
  readonly note?: string | undefined;
  readonly retry?: (() => void) | undefined;
  /** The map's template, when there is one to show. */
  readonly map?: TemplateResult | undefined;
}

const ADDRESS_LENGTH = 300;
const cut = (address: string): string => address.slice(0, endOfStep(address, 0, ADDRESS_LENGTH));

/**
 * Shows where a session's customer is: the address or coordinates in the parameter that the service names, a link to
 * another map, and a map. Nobody is asked for tiles or places before the service's owner allows it, and the map library
 * is loaded when a map is really seen.
 *
 * @tag session-map
 * @summary The location of one session, on a map where that is allowed.
 * @csspart map - The map with its buttons.
 * @cssproperty [--my-sessions-map-height=220px] - Height of the map.
 */
export class SessionMap extends ServiceWidget {
  static override styles = [base, styles];

  protected override get widget(): 'session-map' {
    return 'session-map';
  }

  readonly #id = (): string | undefined => this.shownId;
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, () => this.shownId);
  readonly #geocoder = new Geocoder(this);
  readonly #map = new MapController(this);

  constructor() {
    super();
    keepFocus(this, () => () => this.renderRoot.querySelector<HTMLElement>('.viewport [tabindex], a'));
  }

  protected override forget(): void {
    this.#map.end();
  }

  protected override renderSession(known: Session, workspace: WorkspaceHandle): TemplateResult {
    const session = contextAt(known, workspace.store.clockOf(known.id).now());
    const words = workspace.localization.strings['session-map'] ?? sessionMap;
    const name = this.#service.value?.extensions.mapParameter;
    if (name === undefined) return emptyState(words.noParameter);
    const parameter = session.parameters.find((own) => own.name === name);
    switch (parameter?.state) {
      case 'value': {
        const location = readLocation(parameter.value);
        return location.kind === 'empty'
          ? emptyState(words.empty)
          : this.#renderLocation(location, session, workspace, words);
      }
      case 'empty':
        return emptyState(words.empty);
      case 'not-available':
        return emptyState(
          parameter.reason === undefined
            ? words.notAvailable
            : words.notAvailableBecause(displayableText(parameter.reason, ADDRESS_LENGTH)),
        );
      default:
        // Nothing arrives any more for a session that is over.
        if (session.state !== 'ended') return emptyState(words.pending);
        return emptyState(session.contextRecord?.isStored ? words.empty : words.notAvailable);
    }
  }

  #renderLocation(
    location: Exclude<Location, { kind: 'empty' }>,
    session: Session,
    { localization: { strings } }: WorkspaceHandle,
    words: Words,
  ): TemplateResult {
    const { place, note, retry, map } = this.#whereabouts(location, session, words);
    const coordinates = place && words.coordinates(place.latitude, place.longitude);
    return html`
      ${
        location.kind === 'coordinates'
          ? nothing
          : html`<p class="address"><bdi translate="no">${longText(location.text, strings.common.showMore, ADDRESS_LENGTH)}</bdi></p>`
      }
      ${coordinates === undefined ? nothing : html`<p class="coordinates figures ${location.kind === 'coordinates' ? 'address' : 'quiet'}" translate="no"><bdi translate="no" dir="ltr">${coordinates}</bdi></p>`}
      ${map ?? nothing}
      <div class="notes quiet">
        <p role="status">${note ?? nothing}</p>
        ${retry ? html`<button type="button" @click=${retry}>${strings.common.retry}</button>` : nothing}
      </div>
      ${this.#renderLink(location, place, words)}
    `;
  }

  #whereabouts(location: Location, { id }: Session, words: Words): Whereabouts {
    const sources = this.#workspaceSlice.value?.configuration?.tenant.map ?? {};
    const plan = planMap(location, sources, this.#service.value?.extensions.mapRequests === true);
    const given = location.kind === 'coordinates' ? location : undefined;
    if ('obstacle' in plan) return { place: given, note: words.obstacle[plan.obstacle] };
    const { lookUp, tiles } = plan;
    if (lookUp === undefined) return given ? this.#renderMap(location, given, tiles, id, words) : {};
    const finding = this.#geocoder.lookUp(lookUp);
    if (finding.state === 'found') return this.#renderMap(location, finding.place, tiles, id, words);
    const canRetry = finding.state === 'failed' || finding.state === 'unreachable';
    return {
      note: words[finding.state],
      retry: canRetry
        ? () => {
            this.#geocoder.retry(lookUp);
          }
        : undefined,
    };
  }

  #renderMap(location: Location, place: Coordinates, tiles: string, sessionId: string, words: Words): Whereabouts {
    const {
      maxZoom = 0,
      attribution = '',
      anonymousTiles: isAnonymous = false,
    } = this.#workspaceSlice.value?.configuration?.tenant.map ?? {};
    const title =
      location.kind === 'address'
        ? displayableText(location.text, ADDRESS_LENGTH)
        : words.coordinates(place.latitude, place.longitude);
    const state = this.#map.show({ sessionId, place, tiles, maxZoom, isAnonymous }, words.mapOf(title));
    const problem =
      state === 'failed'
        ? words.mapFailed
        : this.#map.hasTileFailure && state === 'shown'
          ? words.tilesFailed
          : undefined;
    const note = state === 'loading' ? words.loading : problem;
    const button = (label: string, drawing: Drawing, act: () => void): TemplateResult =>
      html`<button type="button" aria-label=${label} title=${label} @click=${act}>${icon(drawing)}</button>`;
    const map = html`<div class="map" part="map" ?hidden=${state === 'failed'}>
        <div class="viewport"></div>
        <div class="buttons" ?hidden=${state !== 'shown'}>
          ${button(words.zoomIn, ZoomIn, () => this.#map.map?.zoomBy(1))}
          ${button(words.zoomOut, ZoomOut, () => this.#map.map?.zoomBy(-1))}
          ${button(words.recentre, LocateFixed, () => this.#map.map?.recentre())}
        </div>
      </div>
      ${attribution === '' ? nothing : html`<p class="attribution quiet"><bdi translate="no">${displayableText(attribution, 200)}</bdi></p>`}`;
    const retry = (): void => {
      this.#map.retry();
    };
    return { place, map, note, retry: problem === undefined ? undefined : retry };
  }

  #renderLink(location: Location, place: Coordinates | undefined, words: Words): TemplateResult | typeof nothing {
    const template = this.#workspaceSlice.value?.configuration?.tenant.map?.link ?? DEFAULT_LINK;
    if (!isUsable('link', template)) return html`<p class="quiet">${words.unusableLink}</p>`;
    if (location.kind === 'nowhere') return nothing;
    const values = new Map<string, string | number>();
    if (place) values.set('latitude', place.latitude).set('longitude', place.longitude);
    if (location.kind === 'address') values.set('address', cut(location.text));
    else if (place) values.set('address', `${place.latitude.toFixed(6)},${place.longitude.toFixed(6)}`);
    const url = expandMapUrl('link', template, values);
    if (url === undefined) return nothing;
    return html`<p>
      <a class="link" href=${url} target="_blank" rel="noopener noreferrer">${icon(ExternalLink)}${words.openMap}</a>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-map': SessionMap;
  }
}
