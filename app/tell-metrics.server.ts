import { config } from '#app/config.server.ts';
import { counted, gauge, observed, watchProcess } from '#app/http/metrics.server.ts';
import { lastDoneForAll } from '#db/job-runs.ts';
import { meterStore } from '#db/meter.server.ts';
import { messagesByStateOfAll } from '#db/outbox-counts.ts';
import { theStore } from '#db/store.server.ts';

/** Begins to count, where somebody may read it: without METRICS_TOKEN nothing is measured. */
export function startMetrics(): void {
  if (config.metricsToken === undefined) return;
  watchProcess();
  const store = meterStore({
    wrote: (ms) => observed('store-write', ms),
    read: (ms) => observed('store-read', ms),
    failed: () => counted('store-write-failed'),
  });
  gauge(
    'throughline_store_queue',
    'Changes that wait for the database or are under way.',
    [],
    function collect() {
      this.set(store.underWay());
    },
  );
  gauge(
    'throughline_pool_connections',
    'Connections to PostgreSQL: open, idle, and who waits for one.',
    ['state'],
    function collect() {
      for (const [state, n] of Object.entries(store.pool())) this.set({ state }, n);
    },
  );
  gauge('throughline_outbox_messages', 'Messages by state.', ['state'], async function collect() {
    const sum = await messagesByStateOfAll(theStore().read);
    this.set({ state: 'waiting' }, sum.waiting);
    this.set({ state: 'failed' }, sum.failed);
  });
  gauge(
    'throughline_job_last_done_seconds',
    'When each job was last done for every authority: the oldest of them, in seconds since 1970; 0 for never.',
    ['job'],
    async function collect() {
      for (const job of ['promises', 'backup'] as const) {
        const at = await lastDoneForAll(theStore().read, job);
        this.set({ job }, (at?.getTime() ?? 0) / 1000);
      }
    },
  );
}
