import { ownWrites } from './own-writes.js';

/** So often a place that is not to be translated is set right at once; who edits it again is left alone until it is written. */
const MOST_AT_ONCE = 3;

/** What others did to the children of a node of ours, oldest first. */
type Edits = Map<Node, MutationRecord[]>;

const editsOf = new WeakMap<Node, Edits>();
/** Nodes that others made. */
const foreign = new WeakSet<Node>();
const setRight = new WeakMap<Node, number>();
let observer: MutationObserver | undefined;

/**
 * Undoes what others do to text in the shadow root of an element: translators put elements in the place of text nodes,
 * extensions replace or remove them, and Lit would go on writing to nodes that nobody sees, so that one customer's
 * name stayed on screen beside another's call. What is written anew is set right before it is written; what is not to be
 * translated (`translate="no"`), at once. Labels stay translated until then. Editors that add something and leave our
 * text alone are not touched.
 */
export function watchEdits(root: Node): void {
  observer ??= start();
  observer.observe(root, { childList: true, subtree: true, characterDataOldValue: true });
}

function start(): MutationObserver {
  const watching = new MutationObserver(note);
  ownWrites.write = (place, write) => {
    note(watching.takeRecords());
    if (place) undoAll(place.getRootNode());
    try {
      write();
    } finally {
      // Ours.
      watching.takeRecords();
    }
  };
  return watching;
}

function note(records: readonly MutationRecord[]): void {
  const edits: Edits = new Map();
  for (const record of records) {
    const place = record.type === 'childList' ? record.target : record.target.parentNode;
    if (place && isLaidOutByUs(place, record)) edits.set(place, [...(edits.get(place) ?? []), record]);
  }
  for (const [place, own] of edits) {
    const gone = new Set(own.flatMap(({ removedNodes }) => [...removedNodes]));
    for (const { addedNodes } of own) for (const node of addedNodes) if (!gone.has(node)) foreign.add(node);
    if (own.some(isHarm)) keep(place, own);
  }
}

/** Something of ours is gone or changed, or text stands where only ours does. */
function isHarm({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  const touched = type === 'childList' ? [...removedNodes] : [target];
  return (
    touched.some((node) => !foreign.has(node) && (isText(node) || isComment(node))) || [...addedNodes].some(isText)
  );
}

function keep(place: Node, own: readonly MutationRecord[]): void {
  const root = place.getRootNode();
  const edits = editsOf.get(root) ?? new Map<Node, MutationRecord[]>();
  editsOf.set(root, edits);
  edits.set(place, [...(edits.get(place) ?? []), ...own]);
  const times = setRight.get(place) ?? 0;
  if (times >= MOST_AT_ONCE || !(place instanceof Element && place.closest('[translate="no"]'))) return;
  setRight.set(place, times + 1);
  undo(edits, place);
  observer?.takeRecords();
}

function undoAll(root: Node): void {
  const edits = editsOf.get(root);
  if (edits) for (const place of [...edits.keys()]) undo(edits, place);
}

/** Backwards, so that each edit is undone in the state in which it was done. */
function undo(edits: Edits, place: Node): void {
  const own = edits.get(place) ?? [];
  edits.delete(place);
  for (const { target, oldValue, addedNodes, removedNodes, nextSibling } of own.reverse()) {
    if (oldValue !== null) target.nodeValue = oldValue;
    for (const added of addedNodes) if (added.parentNode === place) place.removeChild(added);
    const before = nextSibling?.parentNode === place ? nextSibling : null;
    for (const removed of removedNodes) place.insertBefore(removed, before);
  }
}

/**
 * Lit knows its places by comments, and cards of lists are written by hand. Other nodes without a comment are an editor's, a
 * map's, or of text that never changes.
 */
const isLaidOutByUs = (place: Node, { removedNodes }: MutationRecord): boolean =>
  [...place.childNodes, ...removedNodes].some(isComment) ||
  (place instanceof Element && place.matches('.card [translate="no"]'));

const isComment = ({ nodeType }: Node): boolean => nodeType === Node.COMMENT_NODE;
const isText = ({ nodeType }: Node): boolean => nodeType === Node.TEXT_NODE;
