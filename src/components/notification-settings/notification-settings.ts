import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { notConnected } from '../../context/not-connected.js';
import { OwnAgent } from '../../context/own-agent.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { DESKTOP_POLICIES, SOUNDS, waysOfHost } from '../../core/rules/notifying.js';
import type { NotificationSettings, SoundName } from '../../core/rules/notifying.js';
import { askForDesktop, desktopPermission, followDesktop } from '../../effects/desktop-notices.js';
import { notificationOwner } from '../../effects/notification-owner.js';
import { followSettings, keepSettings } from '../../effects/notification-settings.js';
import { pageSounds } from '../../effects/own-sounds.js';
import { Bell } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { notificationSettings } from '../../localize/en/notification-settings.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { openDialog } from '../../controllers/open-dialog.js';
import { answerDialog } from '../../views/answer-dialog.js';
import { emptyState } from '../../views/empty-state.js';
import { styles } from './notification-settings.styles.js';

type Words = typeof notificationSettings;

/**
 * How the agent is told of offers and messages while they look elsewhere: which sounds, how loud, on the desktop, in the
 * title of the page; each sound can be tried. It is kept on the device, for this agent and all pages of the browser. What
 * the host does not let is left out (`notifications` of `<session-provider>`).
 *
 * @tag notification-settings
 * @summary The agent's own settings of sounds, desktop notifications and the page's title.
 * @csspart button - With `as-button`, what shows the settings.
 */
export class NotificationSettingsElement extends WorkspaceElement {
  static override styles = [base, dialogStyles, styles];

  /** Whether a button is shown that opens the settings in a dialog, rather than the settings themselves. */
  @property({ type: Boolean, attribute: 'as-button' }) asButton = false;

  @state() private _settings: NotificationSettings | undefined;
  @state() private _isOpen = false;
  @state() private _isKept = true;

  /** Of whom the settings are that are followed. */
  #owner: string | undefined;
  #unfollow: (() => void) | undefined;

  constructor() {
    super();
    new OwnAgent(this, () => {
      this._isOpen = false;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { workspace } = this;
    const isShown = this.isConnected && (this._isOpen || !this.asButton);
    this.#follow(isShown && workspace ? notificationOwner(workspace.store)?.name : undefined);
  }

  protected override render(): unknown {
    const { workspace } = this;
    if (!workspace) return this.asButton ? void notConnected(this) : notConnected(this);
    const { strings } = workspace.localization;
    const words = strings['notification-settings'] ?? notificationSettings;
    if (!this.asButton)
      return html`<section class="settings" aria-labelledby="title">${this.#renderSettings(workspace, words)}</section>`;
    return html`<button
        type="button"
        class="open"
        part="button"
        title=${words.title}
        aria-label=${words.title}
        aria-haspopup="dialog"
        @click=${this.#open}
      >
        ${icon(Bell)}
      </button>
      <dialog aria-labelledby="title" @close=${this.#onClose}>
        ${
          this._isOpen
            ? html`<form method="dialog" @click=${answerDialog}>
                ${this.#renderSettings(workspace, words)}
                <div class="choices"><button class="primary">${words.close}</button></div>
              </form>`
            : nothing
        }
      </dialog>`;
  }

  protected override updated(): void {
    if (this._isOpen) openDialog(this.renderRoot.querySelector('dialog'));
  }

  #renderSettings({ provider, localization: { strings } }: WorkspaceHandle, words: Words): TemplateResult {
    const settings = this._settings;
    const ways = waysOfHost(provider.getAttribute('notifications'));
    const isNone = !ways.sound && !ways.desktop && !ways.title;
    return html`<h2 id="title" tabindex=${ifDefined(this.asButton ? -1 : undefined)} ?data-begin=${this.asButton}>${words.title}</h2>
      ${
        isNone
          ? html`<p>${words.byHost}</p>`
          : settings
            ? html`${ways.sound ? this.#renderSounds(settings, words) : nothing}
              ${ways.desktop ? this.#renderDesktop(settings, words) : nothing}
              ${ways.title ? this.#renderTitle(settings, words) : nothing}`
            : emptyState(strings.common.loading)
      }
      ${this._isKept ? nothing : html`<p class="quiet" role="status">${words.notKept}</p>`}`;
  }

  #renderSounds({ sounds, volume }: NotificationSettings, words: Words): TemplateResult {
    const percent = Math.round(volume * 100);
    return html`<fieldset>
      <legend>${words.sounds}</legend>
      ${SOUNDS.map((sound) => this.#renderSound(sound, sounds[sound], volume, words))}
      <div class="row wraps">
        <label for="volume">${words.volume}</label>
        <input
          id="volume"
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${live(String(percent))}
          aria-valuetext=${words.percent(percent)}
          @input=${this.#onVolume}
        />
        <output class="figures" for="volume">${words.percent(percent)}</output>
      </div>
      <p class="quiet" role="status">${pageSounds.isBlocked ? words.blocked : nothing}</p>
    </fieldset>`;
  }

  #renderSound(sound: SoundName, isOn: boolean, volume: number, words: Words): TemplateResult {
    const name = words.sound[sound];
    return html`<div class="row">
      <label>
        <input
          type="checkbox"
          data-sound=${sound}
          .checked=${live(isOn)}
          @change=${({ target }: Event) => {
            const sounds = this._settings?.sounds;
            if (sounds) this.#change({ sounds: { ...sounds, [sound]: (target as HTMLInputElement).checked } });
          }}
        />
        <span>${name}</span>
      </label>
      <button
        type="button"
        data-try=${sound}
        aria-label=${words.tryThis(name)}
        @click=${() => {
          pageSounds.play(sound, volume);
        }}
      >
        ${words.try}
      </button>
    </div>`;
  }

  #renderDesktop({ desktop }: NotificationSettings, words: Words): TemplateResult {
    const permission = desktopPermission();
    return html`<fieldset>
      <legend>${words.desktop}</legend>
      <label class="row wraps">
        <span>${words.when}</span>
        <select
          @change=${({ target }: Event) => {
            const policy = DESKTOP_POLICIES.find((own) => own === (target as HTMLSelectElement).value);
            if (policy) this.#change({ desktop: policy });
          }}
        >
          ${DESKTOP_POLICIES.map(
            (policy) =>
              html`<option value=${policy} .selected=${live(policy === desktop)}>${words.policy[policy]}</option>`,
          )}
        </select>
      </label>
      ${
        desktop === 'never'
          ? nothing
          : html`<div class="row wraps">
              <p class="quiet" role="status">${words.permission[permission]}</p>
              ${
                permission === 'default'
                  ? html`<button type="button" class="allow" @click=${this.#ask}>${words.allow}</button>`
                  : nothing
              }
            </div>`
      }
      <p class="quiet">${words.content}</p>
    </fieldset>`;
  }

  #renderTitle({ inTitle }: NotificationSettings, words: Words): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        class="in-title"
        .checked=${live(inTitle)}
        @change=${({ target }: Event) => {
          this.#change({ inTitle: (target as HTMLInputElement).checked });
        }}
      />
      <span>${words.inTitle}</span>
    </label>`;
  }

  readonly #onVolume = ({ target }: Event): void => {
    this.#change({ volume: (target as HTMLInputElement).valueAsNumber / 100 });
  };

  readonly #ask = (): void => {
    void askForDesktop().then(() => {
      this.requestUpdate();
    });
  };

  readonly #open = (): void => {
    this._isOpen = true;
  };

  readonly #onClose = (): void => {
    this._isOpen = false;
  };

  #change(change: Partial<NotificationSettings>): void {
    const owner = this.#owner;
    if (!this._settings || owner === undefined) return;
    this._settings = { ...this._settings, ...change };
    void keepSettings(owner, this._settings).then((isKept) => {
      if (owner === this.#owner) this._isKept = isKept;
    });
  }

  #follow(owner: string | undefined): void {
    if (owner === this.#owner) return;
    this.#owner = owner;
    this.#unfollow?.();
    this.#unfollow = undefined;
    this._settings = undefined;
    this._isKept = true;
    if (owner === undefined) return;
    const update = (): void => {
      this.requestUpdate();
    };
    const ends = [
      followSettings(owner, (settings) => {
        this._settings = settings;
      }),
      pageSounds.follow(update),
      followDesktop(update),
    ];
    this.#unfollow = () => {
      for (const end of ends) end();
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notification-settings': NotificationSettingsElement;
  }
}
