/**
 * Runs in a page, and answers there as `window.eyes`: what a hand reaches, where the focus is, what moved since it was asked
 * last, what stands outside of the window, and what is written in the fields that an agent's drafts are in.
 */
export function openEyes() {
  const TARGETS =
    'button, a[href], input, textarea, select, summary, [role=tab], [role=option], [role=switch], [contenteditable=true], [tabindex="0"]';
  const DRAFTS = ['message-composer', 'session-notes', 'codes-tags'];
  const shifts = [];

  const all = (selector, root = document) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? all(selector, element.shadowRoot) : []),
    ]);
  /** An element and those around it, through shadow roots. */
  const around = (element) => {
    const line = [];
    for (let node = element; node; node = node.parentNode ?? node.host) if (node.localName) line.push(node);
    return line;
  };
  const nameOf = (element) => [element.localName, ...element.classList].slice(0, 2).join('.');
  const pathOf = (element) => around(element).slice(0, 5).reverse().map(nameOf).join(' > ');
  /** The widget of a session that something stands in, and that session. */
  const ownerOf = (element) => {
    const widget = around(element).find(({ shownId }) => shownId !== undefined);
    return widget && `${widget.localName} of ${widget.shownId}`;
  };
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element ?? document.body;
  };
  /** What is on top there, in whichever shadow root. */
  const elementAt = ({ x, y }) => {
    let hit;
    for (let root = document; root; root = hit?.shadowRoot) {
      const inner = root.elementFromPoint(x, y);
      if (inner?.getRootNode() !== root) break;
      hit = inner;
    }
    return hit;
  };
  const middleOf = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
  /** The middle of what is really there to be clicked. */
  const pointOf = (element) => {
    const point = middleOf(element.getBoundingClientRect());
    return around(elementAt(point)).includes(element) ? point : undefined;
  };
  const textOf = (element) => (element.value ?? element.textContent).replace(/[^\p{L}\p{N}]/gu, '');
  const isOutside = (element) => {
    const { left, right, width } = element.getBoundingClientRect();
    if (width === 0 || (left > -1 && right < window.innerWidth + 1)) return false;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    return !around(element).some((one) => getComputedStyle(one).overflowX !== 'visible');
  };

  // What a host shows beside the kit leads to other pages, or is the host's.
  for (const other of document.querySelectorAll('.bar, .record > main')) other.inert = true;
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of list.getEntries()) {
      const [{ previousRect: was, currentRect: is } = {}] = sources;
      if (hadRecentInput || value < 0.005 || !was) continue;
      shifts.push(`${pathOf(elementAt(middleOf(is)))} from ${place(was)} to ${place(is)}`);
    }
  }).observe({ type: 'layout-shift' });
  const place = ({ x, y, width, height }) => `${[x, y].map(Math.round)} ${[width, height].map(Math.round).join('x')}`;

  window.eyes = {
    /** The first of what the numbers, from 0 up to 1, stand for that can be scrolled to and clicked. */
    aim(numbers) {
      const targets = all(TARGETS).filter((element) => !element.disabled && element.checkVisibility());
      for (const number of numbers) {
        const element = targets[Math.floor(number * targets.length)];
        element?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        const point = element && pointOf(element);
        if (!point) continue;
        const text = (element.ariaLabel ?? element.textContent).trim().replace(/\s+/g, ' ');
        return {
          ...{ point, owner: ownerOf(element), name: `“${text.slice(0, 30)}” ${pathOf(element)}` },
          isButton: element.matches('button, [role=tab], [role=option], [role=switch]'),
        };
      }
      return undefined;
    },
    look() {
      const element = focused();
      const wide = document.documentElement.scrollWidth;
      return {
        isLost: element === document.body,
        isEditable: element.matches('input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]'),
        focus: pathOf(element),
        owner: ownerOf(element),
        moved: shifts.splice(0),
        outside: [
          ...(wide > window.innerWidth + 1 ? [`the page scrolls sideways: ${wide} px in ${window.innerWidth} px`] : []),
          ...all('button, input, textarea, select').filter(isOutside).map(pathOf),
        ],
        written: all('textarea, [contenteditable=true], [role=combobox]').flatMap((field) => {
          const host = around(field).find(({ localName }) => DRAFTS.includes(localName));
          return host && field.checkVisibility()
            ? [{ field: `${host.localName} in ${ownerOf(field)}`, owner: ownerOf(field), text: textOf(field) }]
            : [];
        }),
      };
    },
  };
}
