import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** How much of the width the first place takes at least and at most, in percent. */
const LEAST = 25;
const MOST = 75;
/** What an arrow key moves, in percent. */
const STEP = 2;

/** Percent of the width; whatever it is given. */
export const usableSplit = (percent: number): number => Math.round(Math.min(MOST, Math.max(LEAST, percent)));

interface GripHost {
  /** Called while it is dragged: the places follow, nothing is kept. */
  readonly onMove: (percent: number) => void;
  /** Called when the agent has let go, or pressed a key; undefined is back to what the service's owner laid out. */
  readonly onKeep: (percent: number | undefined) => void;
}

/**
 * The line between two places: dragged, or moved by arrows, Home and End; a double click, or Enter, puts it back. It holds
 * on to the pointer, so that a framed page does not take the drag.
 *
 * @param label its name
 */
export const renderGrip = (split: number, label: string, { onMove, onKeep }: GripHost): TemplateResult =>
  html`<div
    class="grip"
    part="split"
    role="separator"
    tabindex="0"
    aria-orientation="vertical"
    aria-label=${label}
    aria-valuenow=${split}
    aria-valuemin=${LEAST}
    aria-valuemax=${MOST}
    @pointerdown=${(event: PointerEvent) => {
      if (event.button === 0) gripOf(event)?.setPointerCapture(event.pointerId);
    }}
    @pointermove=${(event: PointerEvent) => {
      const percent = draggedTo(event);
      if (percent !== undefined) onMove(percent);
    }}
    @pointerup=${(event: PointerEvent) => {
      const percent = draggedTo(event);
      if (percent !== undefined && percent !== split) onKeep(percent);
    }}
    @pointercancel=${() => {
      onMove(split);
    }}
    @dblclick=${() => {
      onKeep(undefined);
    }}
    @keydown=${(event: KeyboardEvent) => {
      const to = movedBy(event, split);
      if (to === split) return;
      event.preventDefault();
      onKeep(to);
    }}
  ></div>`;

const gripOf = ({ currentTarget }: Event): HTMLElement | undefined =>
  currentTarget instanceof HTMLElement ? currentTarget : undefined;

/** Where a drag that is under way has come to. */
function draggedTo(event: PointerEvent): number | undefined {
  const grip = gripOf(event);
  if (!grip?.hasPointerCapture(event.pointerId)) return undefined;
  const { left, width } = grip.parentElement?.getBoundingClientRect() ?? grip.getBoundingClientRect();
  if (width === 0) return undefined;
  const percent = ((event.clientX - left) / width) * 100;
  return usableSplit(grip.matches(':dir(rtl)') ? 100 - percent : percent);
}

/** Answers with the same place for keys that do not move it; undefined puts it back. */
function movedBy(event: KeyboardEvent, split: number): number | undefined {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return split;
  const forth = gripOf(event)?.matches(':dir(rtl)') ? -STEP : STEP;
  switch (key) {
    case 'ArrowRight':
      return usableSplit(split + forth);
    case 'ArrowLeft':
      return usableSplit(split - forth);
    case 'Home':
      return LEAST;
    case 'End':
      return MOST;
    case 'Enter':
      return undefined;
    default:
      return split;
  }
}
