import { config } from '#app/config.server.ts';
import { KEPT, WITH_THE_PROGRAMME } from '#db/retention-list.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { many } from '#app/ui/words.ts';
import { deletingMeans } from './retention-words.ts';

/** Every promise with its clock, and what deleting means on the engine that runs. */
export function whatIsKept(by: Person) {
  allow(by, 'privacy.manage', by);
  return { promises: promises(), limits: [...deletingMeans(config.engine)] };
}

/** The list as the impact assessment and the record of processing print it too. */
export function promises(): { what: string; until: string }[] {
  return [
    ...KEPT.map(({ what, until }) => ({ what, until })),
    {
      what: 'Backups that the server keeps in its data folder',
      until: `${many(config.backupKeepDays, 'day')}; the newest is always kept`,
    },
    { what: 'Everything else that staff write', until: WITH_THE_PROGRAMME },
  ];
}
