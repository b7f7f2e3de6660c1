import type { PersonHere } from './here.ts';
import type { LiveSurroundings } from './live-store.ts';
import type { Told } from './told.ts';

const EVENTS: readonly Told['event'][] = ['steps', 'here', 'beat', 'enough', 'out', 'ahead'];

/** Following a theory in a browser: an event stream, and small posts that say where this window is. */
export function wireTo(address: string, csrf: string, theoryId: string): LiveSurroundings {
  const visit = crypto.randomUUID();
  return {
    open(since, ears) {
      const asked = new URLSearchParams({ theory: theoryId, visit, since: String(since) });
      const source = new EventSource(`${address}?${asked.toString()}`);
      source.onopen = () => ears.opened();
      source.onerror = () => ears.broke(source.readyState === EventSource.CLOSED);
      for (const event of EVENTS) {
        source.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
          const told = { event, data: JSON.parse(data) as unknown, id: Number(lastEventId) };
          ears.told(told as Told);
        });
      }
      return () => source.close();
    },
    async say({ at, typing }) {
      const body = new FormData();
      const fields = { csrf, theoryId, visit, at: at ?? '', typing: typing ?? '' };
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      try {
        const response = await fetch(address, { method: 'POST', body });
        if (!response.ok || response.redirected) return null;
        return ((await response.json()) as { people: PersonHere[] }).people;
      } catch {
        return null;
      }
    },
    later(milliseconds, work) {
      const timer = window.setTimeout(work, milliseconds);
      return () => window.clearTimeout(timer);
    },
    now: () => Date.now(),
  };
}
