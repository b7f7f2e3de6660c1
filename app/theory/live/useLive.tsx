import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { links } from '#app/http/links.ts';
import { useRoot } from '#app/ui/Form.tsx';
import type { PersonHere } from './here.ts';
import { LiveStore, type Follows, type LiveSnapshot } from './live-store.ts';
import { wireTo } from './wire.client.ts';

/** Follows a theory for as long as the page is open. */
export function useLive(
  programmeId: string,
  theoryId: string,
  editor: Follows & { follow: (told: () => boolean) => () => void },
): { live: LiveStore; now: LiveSnapshot } {
  const { csrf } = useRoot();
  const [live] = useState(
    () => new LiveStore(wireTo(links.theoryLive(programmeId), csrf, theoryId), editor),
  );
  const now = useSyncExternalStore(live.subscribe, live.snapshot, live.snapshot);
  useEffect(() => live.follow(), [live]);
  // Where a stream does not come through, what others did is asked for from time to time.
  useEffect(() => editor.follow(live.isTold), [editor, live]);
  useEffect(() => {
    const looked = () => {
      if (document.visibilityState === 'visible') live.wake();
    };
    document.addEventListener('visibilitychange', looked);
    window.addEventListener('online', looked);
    return () => {
      document.removeEventListener('visibilitychange', looked);
      window.removeEventListener('online', looked);
    };
  }, [live]);
  return { live, now };
}

const People = createContext<readonly PersonHere[]>([]);

/** Gives the fields below it who else is here. */
export const PeopleProvider = People.Provider;

/** The people who are here too. */
export function usePeople(): readonly PersonHere[] {
  return useContext(People);
}
