import { kit } from '../dialect.ts';
import { authorities, programmes } from './people.ts';

const { text } = kit;

/**
 * To whom a row belongs. Every table has it, and it goes with its authority. Every index begins with it,
 * but those called …_of: by them the database itself finds what hangs on a row that goes.
 */
export const ofAuthority = () => ({
  authorityId: text('authority_id')
    .notNull()
    .references(() => authorities.id, { onDelete: 'cascade' }),
});

/** The same, and the programme of that authority of which the row is a part. */
export const ofProgramme = () => ({
  ...ofAuthority(),
  programmeId: text('programme_id')
    .notNull()
    .references(() => programmes.id, { onDelete: 'cascade' }),
});
