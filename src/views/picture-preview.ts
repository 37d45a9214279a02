import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { isPixels } from '../core/rules/file-kind.js';

/** In pixels of the page; drawn finer where screens are. */
const HEIGHT = 40;
/** A picture takes its pixels in memory, however small it is drawn. */
const LARGEST_BYTES = 15_000_000;

/** One at a time: several large ones at once would take the memory of a laptop. */
let drawing: Promise<void> = Promise.resolve();

/**
 * A small drawing of a picture that the agent picked. It is drawn and not loaded: pages whose policy allows no `blob:`
 * show it as well, and no address of it exists. What is no picture, whatever it says, is not shown.
 */
export const picturePreview = (file: Blob, mediaType: string): unknown =>
  isPixels(mediaType) && file.size <= LARGEST_BYTES
    ? keyed(
        file,
        html`<canvas hidden height=${HEIGHT * 2} ${ref((canvas) => {
          if (canvas instanceof HTMLCanvasElement)
            drawing = drawing.then(() => draw(file, canvas)).catch(() => undefined);
        })}></canvas>`,
      )
    : nothing;

async function draw(file: Blob, canvas: HTMLCanvasElement): Promise<void> {
  if (!canvas.isConnected) return;
  const picture = await createImageBitmap(file, { resizeHeight: HEIGHT * 2, resizeQuality: 'medium' });
  // Of a very wide one the middle.
  const width = Math.min(picture.width, HEIGHT * 4);
  canvas.width = width;
  canvas.getContext('2d')?.drawImage(picture, (width - picture.width) / 2, 0);
  picture.close();
  canvas.hidden = false;
}
