/**
 * How long the main thread works on a change until it is on screen: from the first line of the work, inside an animation
 * frame, through style, layout, resize observers and paint of that frame; and all of the next frame, scroll events
 * included, in which the followers of the change run. The wait for the next frame is not counted, so the frame rate of
 * the machine has no part in it.
 */

const { port1: painted, port2: afterPaint } = new MessageChannel();

/** A scroll event is dispatched as the first thing in a frame; this one is queued before those of the subject. */
const marker = document.createElement('div');
marker.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 20px; block-size: 20px; overflow: auto';
const inside = document.createElement('div');
inside.style.blockSize = '60px';
marker.append(inside);

export async function framesOf(work: () => void): Promise<number> {
  if (!marker.isConnected) document.body.append(marker);
  await nextFrame(() => undefined);
  let begin = 0;
  const whole = await nextFrame(() => {
    marker.scrollTop = marker.scrollTop === 0 ? 20 : 0;
    marker.onscroll = () => {
      begin = performance.now();
    };
    begin = performance.now();
    work();
  }).then((end) => end - begin);
  const end = await nextFrame(() => undefined);
  return whole + end - begin;
}

/** Runs in the next frame, and answers with the time when that frame was painted. */
function nextFrame(work: () => void): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      painted.onmessage = () => {
        resolve(performance.now());
      };
      work();
      afterPaint.postMessage(undefined);
    });
  });
}
