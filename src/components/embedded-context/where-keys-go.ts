import { isShownIn } from '../../context/every-within.js';
import { someAround } from '../../context/some-around.js';

/** What is written in or chosen from by keys. */
const FIELDS = 'input, textarea, select, iframe, object, embed, [role="textbox"], [role="combobox"]';

/** Whether keys are written or chosen with where the focus is; of what an element hides in itself that is assumed. */
export const takesKeys = (element: Element | null): boolean =>
  element !== null &&
  (element.matches(FIELDS) ||
    (element instanceof HTMLElement && element.isContentEditable) ||
    (element.localName.includes('-') && element.shadowRoot === null));

/** Whether an element stands in a dialog that shuts others out, through all shadow roots around it. */
export const isInModal = (element: Element | null, others: Iterable<Element>): boolean =>
  someAround(element, (around) => around.matches(':modal') && ![...others].some((other) => isShownIn(other, around)));
