interface PageLife {
  /** Out of sight, or about to be stopped: it may not come back. */
  readonly hide: () => void;
  /** It goes now. */
  readonly go: () => void;
  /** It has gone and is back as it was. */
  readonly comeBack: () => void;
  readonly show: () => void;
}

/** Follows the page from sight to sight, until the signal. */
export function followPage({ hide, go, comeBack, show }: PageLife, signal: AbortSignal): void {
  const look = (): void => {
    if (document.visibilityState === 'hidden') hide();
    else show();
  };
  document.addEventListener('visibilitychange', look, { signal });
  document.addEventListener('freeze', hide, { signal });
  window.addEventListener('pagehide', go, { signal });
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) comeBack();
      look();
    },
    { signal },
  );
}
