import { kit } from '../dialect.ts';
import { authorities, programmes } from './people.ts';

const { text } = kit;

/** To whom a row belongs. Every table has it, every index begins with it, and it goes with its authority. */
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
