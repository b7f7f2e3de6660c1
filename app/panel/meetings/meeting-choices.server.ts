import { boardsOf } from '#db/meetings.ts';
import { languagesAsked } from '#db/meeting-people.ts';
import type { Programme } from '#db/people.ts';
import { registerRowsOf } from '#db/registers.ts';
import { theStore } from '#db/store.server.ts';
import { languagesWanted } from './meeting.ts';
import type { MeetingChoices } from './meeting-values.ts';

/**
 * What the form of a meeting offers: boards that meet, sites, and languages that members asked for.
 *
 * @param own the board of the meeting that is changed: offered although it may have ended since
 */
export async function meetingChoices(
  programme: Programme,
  own: string | null = null,
): Promise<MeetingChoices> {
  const { read } = theStore();
  const where = [programme.authorityId, programme.id] as const;
  const sites = await registerRowsOf(read, ...where, 'sites');
  const boards = await boardsOf(read, ...where);
  return {
    groups: boards
      .filter(({ id, closedOn }) => closedOn === null || id === own)
      .map(({ id, name }) => ({ id, name })),
    sites: sites
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    languages: languagesWanted(await languagesAsked(read, ...where)),
  };
}
