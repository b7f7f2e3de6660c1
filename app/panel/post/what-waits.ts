import { links } from '#app/http/links.ts';
import { many } from '#app/ui/words.ts';
import { countOutbox, queryOf } from './outbox.ts';

/** What of the outbox waits for staff: what failed, letters to post, people to call. */
export function outboxWaits(
  programmeId: string,
  counts: readonly { state: string; channel: string; n: number }[],
): { words: string; href: string; pressing: boolean }[] {
  const { failed, letters, calls } = countOutbox(counts);
  const shown = (state: string) => links.outbox(programmeId, queryOf({ kind: '', state, page: 0 }));
  return [
    {
      n: failed,
      words: `${many(failed, 'message')} could not be sent`,
      href: shown('failed'),
      pressing: true,
    },
    {
      n: letters,
      words: `${many(letters, 'letter')} to print and post`,
      href: shown('waiting'),
      pressing: false,
    },
    {
      n: calls,
      words: `${many(calls, 'person', 'people')} to call with a message`,
      href: shown('waiting'),
      pressing: false,
    },
  ].flatMap(({ n, ...wait }) => (n === 0 ? [] : [wait]));
}
