import { kit } from '../dialect.ts';
import { ofAuthority } from './owned.ts';

const { table, text, instant, index } = kit;

/**
 * A form that was sent, kept in the same transaction as what it changed: sent again (pressed twice,
 * reloaded, repeated by a bad line) it changes nothing more. Kept for a day.
 */
export const presses = table(
  'presses',
  {
    /** SHA-256 of the page's own number, the address and what was filled in. */
    key: text('key').primaryKey(),
    ...ofAuthority(),
    pressedAt: instant('pressed_at').notNull(),
    /** Where the first press led; null until it is known. */
    ledTo: text('led_to'),
  },
  (t) => [index('presses_age').on(t.authorityId, t.pressedAt)],
);
