// A TaskRouter of one worker on this machine: what its SDK asks for over HTTP, and what it is told over a WebSocket.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const made = (fields, now = Math.floor(Date.now() / 1000)) => ({
  account_sid: 'AC0',
  workspace_sid: 'WS0',
  date_created: now,
  date_updated: now,
  ...fields,
});

const ACTIVITIES = [
  ['WA-on', 'Available', true],
  ['WA-lunch', 'Lunch', false],
  ['WA-off', 'Offline', false],
].map(([sid, friendly_name, available]) => made({ sid, friendly_name, available }));

/** What may be asked for in which status, and what the event of it is called. */
const MOVES = {
  accepted: { from: ['pending'], event: 'accepted' },
  rejected: { from: ['pending'], event: 'rejected' },
  wrapping: { from: ['accepted'], event: 'wrapup' },
  completed: { from: ['accepted', 'wrapping'], event: 'completed' },
};
const TASK_STATUS = { pending: 'reserved', accepted: 'assigned', wrapping: 'wrapping', completed: 'completed' };
const IS_OVER = new Set(['completed', 'rejected', 'timeout', 'canceled', 'rescinded']);

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export class TwilioPlatform {
  reservations = new Map();
  /** How each reservation ended, by its sid. */
  ended = new Map();
  /** Answers that are on their way; what the SDK asked for, in its order. */
  pending = 0;
  asked = [];
  /** Called when a list of reservations was made up and has not left yet. */
  whileListed = undefined;
  /** Requests that fail, by what their address ends with: a status and a reason. */
  refusals = new Map();
  /** Whose token it is that comes next. */
  workerSid = 'WK0';
  tokenLifetime = 3_600_000;
  /** How many seconds its clock is ahead. */
  ahead = 0;
  /** For how many ms what is told is held back, so that replies overtake it. */
  lag = 0;
  #name;
  #sockets = new Set();
  #activity = ACTIVITIES[0];
  #version = 0;
  #count = 0;
  #channels = [
    ['voice', 1],
    ['chat', 3],
    ['fax', 2],
  ].map(([name, capacity]) =>
    made({
      sid: `WC-${name}`,
      task_channel_sid: `TC-${name}`,
      task_channel_unique_name: name,
      configured_capacity: capacity,
      assigned_tasks: 0,
      available: true,
      available_capacity_percentage: 100,
      last_reserved_time: Date.now(),
      worker_sid: this.workerSid,
    }),
  );

  constructor({ name = 'Ada' } = {}) {
    this.#name = name;
  }

  /** Opens a port, any that is free without one. Answers with what the options of a `Worker` have to be. */
  async open(wanted = 0) {
    this.server = createServer((request, response) => {
      this.pending += 1;
      this.#serve(request, response).finally(() => (this.pending -= 1));
    });
    this.door = new WebSocketServer({ server: this.server });
    this.door.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      const payload = {
        channel_id: this.workerSid,
        account_sid: 'AC0',
        workspace_sid: 'WS0',
        token_lifetime: this.tokenLifetime,
      };
      socket.send(JSON.stringify({ event_type: 'init', payload }));
    });
    await new Promise((resolve) => this.server.listen(wanted, '127.0.0.1', resolve));
    const { port } = this.server.address();
    return { ebServer: `http://127.0.0.1:${port}/eb`, wsServer: `ws://127.0.0.1:${port}/ws`, logLevel: 'silent' };
  }

  async close() {
    this.cut();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Whether work is given to the worker: signed in, with an activity that takes it. */
  get isRouting() {
    return this.#sockets.size > 0 && this.#activity.available;
  }

  /** The connection breaks; the SDK comes again by itself. */
  cut() {
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets.clear();
  }

  /** Says something to whoever listens, as it is now. */
  say(type, payload) {
    const text = JSON.stringify({ event_type: type, payload });
    const sockets = [...this.#sockets];
    const tell = () => sockets.forEach((socket) => socket.send(text));
    if (!this.lag) return tell();
    this.pending += 1;
    setTimeout(() => {
      this.pending -= 1;
      tell();
    }, this.lag);
  }

  offer(channel, attributes = {}, { sid = `WR${(this.#count += 1)}`, isTold = true, timeout = 120 } = {}) {
    const now = this.#seconds();
    const created = now - 12;
    const seconds = () => this.#seconds();
    const reservation = made({
      date_created: now,
      date_updated: now,
      sid,
      reservation_status: 'pending',
      reservation_timeout: timeout,
      worker_sid: this.workerSid,
      version: this.#next(),
      task: {
        ...made({ sid: `WT-${sid}` }),
        date_created: created,
        addons: '{}',
        get age() {
          return seconds() - created;
        },
        attributes: JSON.stringify(attributes),
        priority: 0,
        queue_name: 'First line',
        queue_sid: 'WQ-first',
        reason: null,
        routing_target: null,
        assignment_status: 'reserved',
        task_channel_sid: `TC-${channel}`,
        task_channel_unique_name: channel,
        timeout: 3600,
        workflow_name: 'All',
        workflow_sid: 'WW-all',
        virtual_start_time: created,
        version: this.#next(),
      },
    });
    this.reservations.set(sid, reservation);
    if (isTold) this.say('reservation.created', reservation);
    return sid;
  }

  /** A reservation comes to a status: by its worker, its customer, or the platform. */
  move(sid, status, { isTold = true, ...extra } = {}) {
    const reservation = this.reservations.get(sid);
    const assignment_status = status === 'canceled' ? 'canceled' : (TASK_STATUS[status] ?? 'pending');
    Object.assign(
      reservation,
      { reservation_status: status, version: this.#next(), date_updated: this.#seconds() },
      extra,
    );
    Object.assign(reservation.task, { assignment_status, version: this.#next() });
    if (IS_OVER.has(status)) {
      this.reservations.delete(sid);
      this.ended.set(sid, status);
    }
    if (isTold) this.say(`reservation.${MOVES[status]?.event ?? status}`, reservation);
    return reservation;
  }

  change(sid, attributes, { isTold = true } = {}) {
    const { task } = this.reservations.get(sid);
    Object.assign(task, { attributes: JSON.stringify(attributes), version: this.#next() });
    if (isTold) this.say('task.updated', task);
    return task;
  }

  transfer(sid, to, status = 'initiated', mode = 'COLD', isTold = true) {
    const reservation = this.reservations.get(sid);
    const transfer = {
      ...(reservation.active_outgoing_task_transfer ?? made({ sid: `TT-${this.#next()}` })),
      transfer_mode: mode,
      transfer_to: to,
      transfer_type: to.startsWith('WQ') ? 'QUEUE' : 'WORKER',
      transfer_status: status.toUpperCase(),
      transfer_failed_reason: status === 'failed' ? 'Nobody there took it' : null,
      initiating_reservation_sid: sid,
      initiating_worker_sid: this.workerSid,
      initiating_queue_sid: 'WQ-first',
      initiating_workflow_sid: 'WW-all',
      task_sid: reservation.task.sid,
    };
    const isRunning = status === 'initiated';
    if (isRunning) reservation.active_outgoing_task_transfer = transfer;
    else delete reservation.active_outgoing_task_transfer;
    if (isTold) this.say(`task.transfer-${status === 'complete' ? 'completed' : status}`, transfer);
    return transfer;
  }

  /** The worker comes to an activity, by whomever. */
  activate(sid) {
    this.#activity = ACTIVITIES.find((activity) => activity.sid === sid);
    const worker = this.#worker();
    this.say('worker.activity.update', worker);
    return worker;
  }

  capacity(name, capacity) {
    const channel = this.#channels.find((one) => one.task_channel_unique_name === name);
    channel.configured_capacity = capacity;
    this.say('worker.capacity.update', channel);
  }

  /** Says something that changes nothing: what was said before it has arrived by then. */
  mark(attributes) {
    this.say('worker.attributes.update', { ...this.#worker(), attributes: JSON.stringify(attributes) });
  }

  #seconds() {
    return Math.floor(Date.now() / 1000) + this.ahead;
  }

  #next() {
    return String((this.#version += 1));
  }

  #worker() {
    const { sid, friendly_name, available } = this.#activity;
    return made({
      sid: this.workerSid,
      friendly_name: this.#name,
      attributes: '{}',
      activity_sid: sid,
      activity_name: friendly_name,
      available,
      date_status_changed: this.#seconds(),
      version: this.#next(),
    });
  }

  async #serve(request, response) {
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'content-type': 'application/json',
    };
    const send = (status, body) => response.writeHead(status, headers).end(JSON.stringify(body));
    let text = '';
    for await (const piece of request) text += piece;
    if (request.method !== 'POST') return send(200, {});
    const { url, method, params = {}, token } = JSON.parse(text);
    const path = url.replace(/^Workspaces\/WS0\/?/, '');
    this.asked.push({ path, method, params, token });
    try {
      for (const [ending, [status, message]] of this.refusals)
        if (path.endsWith(ending)) throw new Refusal(status, message);
      const payload = structuredClone(this.#answer(path, method, params));
      if (path.endsWith('/Reservations')) await this.whileListed?.();
      return send(200, { payload });
    } catch (error) {
      return send(error.status ?? 500, { message: error.message });
    }
  }

  #answer(path, method, params) {
    const [, last = ''] = /([^/]+)$/.exec(path) ?? [];
    if (last === 'Activities') return { contents: ACTIVITIES };
    if (last === 'WorkerChannels') return { contents: this.#channels };
    if (last === 'Reservations') return { contents: [...this.reservations.values()] };
    if (last === 'Transfers') return this.transfer(params.ReservationSid, params.To, 'initiated', params.Mode);
    if (last === 'CustomerParticipant') return this.#taskOf(params.TaskSid);
    if (/\/Reservations\/[^/]+$/.test(path)) return this.#reservation(last, method, params);
    if (/Tasks\/[^/]+$/.test(path)) return this.#task(last, params);
    if (path.endsWith(`Workers/${this.workerSid}`))
      return params.ActivitySid ? this.activate(params.ActivitySid) : this.#worker();
    throw new Refusal(404, `Nothing is at ${path}`);
  }

  #taskOf(sid) {
    const found = [...this.reservations.values()].find(({ task }) => task.sid === sid);
    if (!found) throw new Refusal(404, 'The task was not found');
    return found.task;
  }

  #task(sid, { Attributes }) {
    const task = this.#taskOf(sid);
    return Attributes ? this.change(sid.slice('WT-'.length), Attributes) : task;
  }

  #reservation(sid, method, { ReservationStatus: wanted, Instruction }) {
    const reservation = this.reservations.get(sid);
    if (!reservation) throw new Refusal(404, 'The reservation was not found');
    const status = Instruction === 'conference' ? 'accepted' : wanted;
    if (method === 'GET' || !status) return reservation;
    if (!MOVES[status].from.includes(reservation.reservation_status))
      throw new Refusal(400, `A reservation that is ${reservation.reservation_status} cannot become ${status}`);
    return this.move(sid, status);
  }
}
