// How work comes to the agent of a platform, and how customers behave, whatever the platform.

/** How many seconds somebody waits to be answered, and for an answer in a chat. */
const PATIENCE_S = 75;
const ANSWER_S = 18;
/** How long the work after a conversation may take before the next customer comes anyway. */
const AFTERWARDS_S = 90;

/**
 * Brings work while the agent takes some: the kinds in turn, each customer of a kind in turn, never more at once than `most`.
 *
 * @param kinds `{ customers, serve }`; `serve(customer)` lasts until the agent is done with that customer
 */
export async function runShift({ pace, isRouting, kinds, most = 2 }) {
  const underway = new Set();
  for (let count = 0; ; count += 1) {
    await pace.until(() => isRouting() && underway.size < most);
    await pace.wait(count === 0 ? 1 : 0);
    const { customers, serve } = kinds[count % kinds.length];
    const work = serve(customers[Math.floor(count / kinds.length) % customers.length]);
    underway.add(work);
    void work.finally(() => underway.delete(work));
    await pace.between(9, 24);
  }
}

/**
 * One customer, from the ringing to the end.
 *
 * @param phase answers where things stand: `offered`, `open`, `over`
 */
export async function attend({ pace, phase, giveUp, talk = () => undefined }) {
  if (!(await pace.until(() => phase() !== 'offered', PATIENCE_S))) return giveUp();
  if (phase() === 'open') await talk();
  await pace.until(() => phase() === 'over', AFTERWARDS_S);
}

/** A customer who writes line after line, waits a while for answers, and leaves after the last. */
export async function chat({ pace, phase, lines, isAnswered, type, write, leave }) {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await pace.until(() => phase() !== 'open' || isAnswered(), ANSWER_S);
    type?.();
    await pace.between(1.5, 4);
    if (phase() !== 'open') return;
    write(line);
  }
  await pace.until(() => phase() !== 'open' || isAnswered(), 2 * ANSWER_S);
  await pace.between(3, 8);
  if (phase() === 'open') leave();
}

/** A call: what both say in turn, the customer first, and the customer hangs up. */
export async function converse({ pace, phase, lines, say, leave }) {
  for (const [index, line] of lines.entries()) {
    await pace.between(2.5, 5);
    if (phase() !== 'open') return;
    say({ index, line, isCustomer: index % 2 === 0 });
  }
  await pace.between(15, 30);
  if (phase() === 'open') leave();
}
