import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type CollectFunction,
} from 'prom-client';

/**
 * What this server counts of itself, for Prometheus. Labels come from short lists of ours (a route's
 * pattern, a method, a status, a kind of fault): never an id, a path with a secret in it or a name.
 */
export const metrics = new Registry();

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const here = { registers: [metrics] };

const requests = new Histogram({
  name: 'throughline_request_seconds',
  help: 'Requests answered, by the pattern of their address, method and status.',
  labelNames: ['route', 'method', 'status'],
  buckets: SECONDS,
  ...here,
});
const events = new Counter({
  name: 'throughline_events_total',
  help: 'Things that happened, by name: submissions, refusals, messages sent.',
  labelNames: ['event'],
  ...here,
});
const durations = new Histogram({
  name: 'throughline_step_seconds',
  help: 'How long a named step took, such as a write or a document.',
  labelNames: ['step'],
  buckets: SECONDS,
  ...here,
});
const faults = new Counter({
  name: 'throughline_faults_total',
  help: 'Faults of ours, by kind.',
  labelNames: ['kind'],
  ...here,
});

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** A word that may be a label: what is none of our own short names becomes “other”. */
function word(name: string, most: RegExp): string {
  return most.test(name) ? name : 'other';
}
const ourName = (name: string) => word(name, /^[a-z][a-z-]{0,39}$/);

/**
 * Counts something that happened.
 *
 * @param name a fixed word of the code, such as `submission`: small letters and dashes
 */
export function counted(name: string, times = 1): void {
  events.inc({ event: ourName(name) }, times);
}

/**
 * Notes how long something took.
 *
 * @param name a fixed word of the code, such as `document-docx`
 * @param ms milliseconds
 */
export function observed(name: string, ms: number): void {
  durations.observe({ step: ourName(name) }, ms / 1000);
}

/** Counts a fault by the name of its kind, never by what it says. */
export function faultMet(error: unknown): void {
  const kind = error instanceof Error ? error.constructor.name : 'none';
  faults.inc({ kind: word(kind, /^[A-Za-z]{1,40}$/) });
}

/** Notes a request that was answered. `route` is the pattern of its address, never the address. */
export function requestAnswered(route: string, method: string, status: number, ms: number): void {
  const labels = { route, method: METHODS.has(method) ? method : 'other', status: String(status) };
  requests.observe(labels, ms / 1000);
}

/**
 * A figure that is looked up when somebody asks for the metrics.
 *
 * @param labels the names of its labels, each with values from a fixed list
 */
export function gauge<Label extends string>(
  name: string,
  help: string,
  labels: readonly Label[],
  collect: CollectFunction<Gauge<Label>>,
): void {
  if (metrics.getSingleMetric(name)) return;
  new Gauge({ name, help, labelNames: labels, collect, ...here });
}

/** Memory, processor, event loop and garbage collection of this process, once. */
export function watchProcess(): void {
  if (metrics.getSingleMetric('nodejs_eventloop_lag_seconds')) return;
  collectDefaultMetrics({ register: metrics });
}
