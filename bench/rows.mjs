/** From what was measured to the lines of the table, with the bounds that are promised. */

const count = (number) => number.toLocaleString('en');
const SECOND = 1e6;

/** A line: what was measured, beside what, and how many times it that may be. No bound: for information. */
const row = (figure, unit, ours, beside, bound) => ({ figure, unit, ours, beside, ratio: ours / beside, bound });

/** The bounds are what is promised on a quiet machine, 15 ms and 230 ms, beside a limit of 3.4 ms and 178 ms there. */
export const rowsOfStartup = ({ evaluated, painted }) => [
  row('parse + evaluate + first workspace', 'ms', evaluated.ours, evaluated.vanilla, 4.4),
  row('first paint at 4x, 10 Mbit/s, 40 ms', 'ms', painted.ours, painted.vanilla, 1.29),
];

export function rowsOfFacts(figures) {
  const of = (sessions) => figures.find((own) => own.sessions === sessions);
  const perFact = figures.map(({ sessions, ours, vanilla }) =>
    row(
      `fact to 50 widgets, ${count(sessions)} session${sessions === 1 ? '' : 's'} (${count(Math.round(SECOND / ours / 1000))},000 facts/s)`,
      'µs',
      ours,
      vanilla,
      sessions === 2000 ? 3 : undefined,
    ),
  );
  return [...perFact, row('… with 10,000 sessions beside 100', 'µs', of(10_000).ours, of(100).ours, 1.5)];
}

/** Of ten, all are in the document, as in the limit; of more, those in sight. */
const LIST_BOUNDS = new Map([
  [10, [1.3, 1.3]],
  [500, [1.3, 1.2]],
  [1000, [0.4, 0.5]],
]);

export function rowsOfList(sessions, { first, update, move, nodes }) {
  const [mount, change] = LIST_BOUNDS.get(sessions) ?? [];
  return [
    row(`list of ${count(sessions)}: first render`, 'ms', first.ours, first.vanilla, mount),
    row('… one session changes', 'ms', update.ours, update.vanilla, change),
    row('… one session is parked or taken up', 'ms', move.ours, move.vanilla),
    row('… nodes of a card with its way out, beside 20', '', nodes, 20, 1),
  ];
}

export function rowsOfTranscript(figures) {
  const [small, large] = [figures.at(0), figures.at(-1)];
  const lines = figures.flatMap(({ segments, mount, append, switching }) => [
    row(`transcript of ${count(segments)}: mount until painted`, 'ms', mount.ours, mount.vanilla, 2),
    row('… append p95', 'ms', append.ours, append.vanilla, 1.5),
    row('… session switch p95', 'ms', switching.ours, switching.vanilla, 1.5),
  ]);
  const beside = `${count(large.segments)} beside ${count(small.segments)}`;
  return [
    ...lines,
    row(`${beside}: mount until painted`, 'ms', large.mount.ours, small.mount.ours, 1.25),
    row('… append p95', 'ms', large.append.ours, small.append.ours, 1.25),
    row('… session switch p95', 'ms', large.switching.ours, small.switching.ours, 1.25),
  ];
}

/** For what has no vanilla limit and stands beside what is promised. */
const time = (figure, ours, most) => row(`${figure}, beside ${most} ms`, 'ms', ours, most, 1);

/** For what there may be nothing of. */
const none = (figure, ours) => ({ figure, unit: '', ours, beside: 0, ratio: ours, bound: 0 });

export function rowsOfCodes({ key, open, search }) {
  return [
    time('10,000 tags, 10,000 suggestions: key p95', key, 16),
    time('2,000 codes: open p95', open, 100),
    time('… search, key p95', search, 100),
  ];
}

export const rowsOfSnapshots = (figures) =>
  figures.map(({ size, ms }) => time(`snapshot of ${count(size)} sessions: first paint`, ms, 1000));

export function rowsOfSoak({ after: [few, many], day, workers, timers }) {
  const flat = (name, held) => [
    row(`${name}: heap`, 'MB', held.heap / 1e6, few.heap / 1e6, 1.1),
    row('… nodes', '', held.nodes, few.nodes, 1.1),
    row('… listeners', '', held.listeners, few.listeners, 1.1),
  ];
  return [
    ...flat(`${count(many.sessions)} sessions that came and went, beside ${count(few.sessions)}`, many),
    row('… one session comes and goes', 'ms', many.ms, few.ms, 1.25),
    ...flat('… then 24 h with 20 sessions', day),
    none('… workers, and timers when all is removed', workers + timers),
  ];
}

export function rowsOfDay({ p98, interactions, turns, whileMounting, longTasks, layoutShift, messages }) {
  const longest = (tasks) => Math.max(0, ...tasks);
  return [
    time(
      `a minute at work, ${count(interactions)} interactions, ${count(messages)} messages elsewhere: interaction p98`,
      p98,
      50,
    ),
    row(`… median of ${count(turns.count)} that turned to another session, beside 50 ms`, 'ms', turns.median, 50),
    row('… the longest of them, beside 50 ms', 'ms', turns.longest, 50),
    time(`… longest of ${count(longTasks.length)} tasks over 50 ms`, longest(longTasks), 50),
    row(
      `… of ${count(whileMounting.length)} while a session is built up, beside 200 ms`,
      'ms',
      longest(whileMounting),
      200,
    ),
    none('… layout shift without an act', layoutShift),
  ];
}

export function rowsOfTexts({ displayed, template, location, mail, markdown, visible }) {
  return [
    time('hostile texts of a megabyte: made harmless', displayed, 50),
    time('… templates of 100,000 characters: read', template, 50),
    time('… locations of a megabyte: read', location, 50),
    time('… mails of 300,000 characters: text found', mail, 200),
    time('… messages of 20,000 characters: Markdown read', markdown, 200),
    time('… messages of any length: counted', visible, 200),
  ];
}

/** What processes hold stands beside what one holds; where it breaks is said with it. No bounds: they are a machine's. */
function rowsOfHeld(log, figures) {
  const one = figures[0].held;
  return figures.flatMap(({ processes, held, broke }) => {
    const end = !broke
      ? 'not found'
      : `${count(broke.agents)}: ${broke.reason ?? `p99 ${broke.p99.toFixed(0)} ms, ${count(broke.lost)} lost`}`;
    const name = `agents held by ${processes} gateway process${processes > 1 ? 'es' : ''} on ${log}, 1 fact/s each, p99 <= 50 ms`;
    if (!held) return [{ figure: name, failure: `none; ${end}` }];
    return [
      row(`${name} (breaks at ${end})`, '', held.agents, one?.agents ?? NaN),
      time('… p99 of a fact', held.p99, 50),
      row('… memory for an agent, beside that in one', 'kB', held.bytes / 1000, (one?.bytes ?? NaN) / 1000),
      row('… processor for 1,000 agents, beside one', '', held.cpu * 1000, 1),
    ];
  });
}

function rowsOfReturn(log, { agents, reason, allLive, halfLive, refused, lost, broken, loopDelay, memory, idle }) {
  const name = `${count(agents)} reconnects at once on ${log}`;
  if (reason !== undefined) return [{ figure: name, failure: reason }];
  return [
    row(`${name}: until all are live, beside half of them`, 'ms', allLive, halfLive),
    none('… facts lost or out of order', lost + broken),
    none('… requests refused', refused),
    time('… delay of the event loop p99', loopDelay, 50),
    row('… memory for an agent, beside 100 kB', 'kB', (memory - idle) / agents / 1000, 100),
  ];
}

export function rowsOfServer({ memory, jetStream }) {
  const of = (log, { reason, figures, back }) =>
    reason === undefined
      ? [...rowsOfHeld(log, figures), ...rowsOfReturn(log, back)]
      : [{ figure: `agents on ${log}`, failure: reason }];
  return [...of('memory', memory), ...of('JetStream', jetStream)];
}

/** Sizes have no vanilla limit: they stand beside what is promised. */
export function rowsOfSizes({ wholeKit, oneWidget }) {
  const size = (figure, { kB }, most) => ({ figure, unit: 'kB', ours: kB, beside: most, ratio: kB / most, bound: 1 });
  return [
    size('first load of the whole kit, gzip, beside 45 kB', wholeKit, 45),
    size('<task-capacity> and its provider, gzip, beside 24 kB', oneWidget, 24),
  ];
}

export const isOver = ({ ratio, bound }) => bound !== undefined && !(ratio <= bound);
