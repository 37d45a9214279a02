import type { DOMPurify } from 'dompurify';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { MailDrawing } from './mail-document.js';
import type { DrawingOptions } from './mail-document.js';
import { mailStyles } from './mail-frame.styles.js';
import { makeReadable } from './mail-readable.js';
import { openMail } from './open-mail.js';

/** A mail to be shown in a frame. */
export interface FramedMail extends DrawingOptions {
  readonly html: string;
  /** The frame's name for assistive technology. */
  readonly title: string;
  readonly sanitizer: DOMPurify;
  /** Called each time the mail has been drawn, or could not be. */
  readonly onDrawn: (outcome: Outcome) => void;
}

export type Outcome =
  | { readonly status: 'shown'; readonly remoteImages: number }
  | { readonly status: 'too-large' }
  | { readonly status: 'failed'; readonly reason: unknown };

/** No scripts, no forms, no way to the page above; a link opens in a tab that is free of these limits. */
const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** See `mailFrame`. */
class MailFrameDirective extends AsyncDirective {
  #frame: HTMLIFrameElement | undefined;
  #mail: FramedMail | undefined;
  #heightObserver: ResizeObserver | undefined;

  render(mail: FramedMail): HTMLIFrameElement {
    const last = this.#mail;
    this.#mail = mail;
    // A policy that is in force cannot be loosened: images come in a new frame.
    if (!this.#frame || last?.html !== mail.html || last.showsImages !== mail.showsImages)
      this.#frame = this.#newFrame();
    this.#frame.title = mail.title;
    return this.#frame;
  }

  /** One that is moved with its mail in it does not load anew: its height is followed on. */
  protected override disconnected(): void {
    const observer = this.#heightObserver;
    queueMicrotask(() => {
      if (!this.isConnected) observer?.disconnect();
    });
  }

  #newFrame(): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', SANDBOX);
    frame.setAttribute('referrerpolicy', 'no-referrer');
    // A frame that is moved to another place begins anew, empty.
    frame.addEventListener('load', () => {
      if (frame === this.#frame) this.#fill(frame);
    });
    return frame;
  }

  #fill(frame: HTMLIFrameElement): void {
    const { contentDocument, contentWindow } = frame;
    const mail = this.#mail;
    if (!contentDocument || !contentWindow || !mail) return;
    let outcome: Outcome;
    try {
      restrict(contentDocument, mail.showsImages);
      dressUp(contentDocument, contentWindow as Window & typeof globalThis);
      const drawing = new MailDrawing(contentDocument, mail);
      const sheet = contentDocument.createElement('main');
      sheet.dir = 'auto';
      const page = contentDocument.createElement('div');
      const isDrawn = drawing.draw(openMail(mail.html, mail.sanitizer, contentWindow), page);
      sheet.append(page);
      contentDocument.body.replaceChildren(sheet);
      makeReadable(page, contentWindow);
      this.#followHeight(frame, sheet, contentWindow as Window & typeof globalThis);
      outcome = isDrawn ? { status: 'shown', remoteImages: drawing.remoteImages } : { status: 'too-large' };
    } catch (reason) {
      outcome = { status: 'failed', reason };
    }
    // Not in the middle of the update that put the frame in.
    queueMicrotask(() => {
      if (frame === this.#frame) mail.onDrawn(outcome);
    });
  }

  /** As high as its content at this width; the style sheet says how high at most, and then the frame scrolls. */
  #followHeight(frame: HTMLIFrameElement, sheet: HTMLElement, realm: typeof globalThis): void {
    const fit = (): void => {
      frame.height = String(Math.ceil(sheet.getBoundingClientRect().height));
    };
    this.#heightObserver?.disconnect();
    // Images come late, and in a frame without scripts not every browser tells a listener: its sheet is observed. In the
    // next frame: a size that changes while sizes are being reported is an error of the page.
    this.#heightObserver = new realm.ResizeObserver(() => requestAnimationFrame(fit));
    this.#heightObserver.observe(sheet);
    fit();
  }
}

/** Comes before any content: what was overlooked in a mail still loads nothing and tells nobody where it was read. */
function restrict({ head }: Document, showsImages: boolean): void {
  const meta = (key: 'http-equiv' | 'name', name: string, content: string): void => {
    const element = head.ownerDocument.createElement('meta');
    element.setAttribute(key, name);
    element.setAttribute('content', content);
    head.append(element);
  };
  const images = showsImages ? 'https: data:' : 'data:';
  meta(
    'http-equiv',
    'Content-Security-Policy',
    `default-src 'none'; img-src ${images}; form-action 'none'; base-uri 'none'`,
  );
  meta('http-equiv', 'x-dns-prefetch-control', 'off');
  meta('name', 'referrer', 'no-referrer');
}

/** A sheet made by script: an inline style would need the page's permission. */
function dressUp(document: Document, realm: typeof globalThis): void {
  const sheet = new realm.CSSStyleSheet();
  sheet.replaceSync(mailStyles);
  document.adoptedStyleSheets = [sheet];
}

/** An HTML mail in a caged frame. A frame and its content stay while the mail and the wish for images are the same. */
export const mailFrame = directive(MailFrameDirective);
