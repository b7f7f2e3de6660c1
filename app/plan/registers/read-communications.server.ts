import { readMissing } from '#app/needs/missing/read-missing.server.ts';
import { THRESHOLD } from '#app/statistics/small-numbers.ts';
import { consultationsOf } from '#db/consultations.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { communicationsOf, languagesAnsweredIn } from '#db/plan-registers.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { calendarSvg, onCalendar } from './calendar.ts';
import { communicationLines, unspokenOf } from './communications-page.ts';

/** The communications plan with its calendar, and whom nobody speaks to. */
export async function readCommunications(programme: Programme, today: string) {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const all = await communicationsOf(read, programme);
  const lines = await linesOf(read, authorityId, id);
  const asked = await consultationsOf(read, authorityId, id);
  const consultations = new Map(
    asked.map(({ consultation }) => [consultation.id, consultation.title]),
  );
  return {
    lines: communicationLines(all, { lines, consultations }, today),
    svg: onCalendar(all).length === 0 ? null : calendarSvg(all, programme, today),
    unspoken: unspokenOf(
      all,
      await missingFromSurveys(programme, today),
      await languagesAnsweredIn(read, programme, THRESHOLD),
    ),
  };
}

/** The groups that too few answered of, in the newest survey with answers. */
async function missingFromSurveys(programme: Programme, today: string) {
  const surveys = await surveysOf(theStore().read, programme.authorityId, programme.id);
  const newest = surveys.find(({ answers }) => answers > 0);
  if (!newest) return [];
  const { missing } = await readMissing(programme, newest.survey.id, today);
  return missing.flatMap(({ kind, group }) =>
    kind === undefined || kind.kind === 'place' || kind.kind === 'anybody'
      ? []
      : [{ kind: kind.kind, label: group.label }],
  );
}
