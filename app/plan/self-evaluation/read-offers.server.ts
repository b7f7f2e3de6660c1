import { valuesOf } from '#app/needs/registers/row.ts';
import { labelIn } from '#app/panel/member-lists.ts';
import { AGREEMENT_STATES } from '#app/plan/registers/agreement.ts';
import { governanceInPlan, sayPanelSeats } from '#app/plan/registers/governance.ts';
import { isSmall } from '#app/statistics/small-numbers.ts';
import { readMeasures } from '#app/theory/measures/read-measures.server.ts';
import { many, sayShortDay } from '#app/ui/words.ts';
import { governanceOf } from '#db/boards.ts';
import { consultationsOf } from '#db/consultations.ts';
import type { Programme } from '#db/people.ts';
import { returnsOf } from '#db/participation.ts';
import { agreementsOf } from '#db/plan-registers.ts';
import { registerRowsOf } from '#db/registers.ts';
import { publishedReplies } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import type { Offer } from './offers.ts';

/** A count of people that may be read by anybody on staff and in a board's paper. */
const peopleInWords = (count: number, one: string, more: string) =>
  isSmall(count) ? `fewer than 5 ${more}` : many(count, one, more);

/** Everything that the system knows and that may show how far an authority is. */
export async function readOffers(programme: Programme, today: string): Promise<Offer[]> {
  return [
    ...(await figures(programme)),
    ...(await voices(programme)),
    ...(await together(programme, today)),
    ...(await places(programme)),
  ];
}

async function figures(programme: Programme): Promise<Offer[]> {
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, programme.authorityId, programme.id);
  if (!theory) return [];
  return (await readMeasures(programme, theory)).flatMap(({ measure, newest }) =>
    newest === '' ? [] : [{ key: `measure:${measure.id}`, words: `${measure.label}: ${newest}.` }],
  );
}

async function voices({ authorityId, id }: Programme): Promise<Offer[]> {
  const { read } = theStore();
  const surveys = await surveysOf(read, authorityId, id);
  const consultations = await consultationsOf(read, authorityId, id);
  const returns = await returnsOf(read, authorityId, id);
  const replies = await publishedReplies(read, authorityId, id);
  return [
    ...surveys
      .filter(({ answers }) => answers > 0)
      .map(({ survey, answers }) => ({
        key: `survey:${survey.id}`,
        words: `Survey “${survey.title}”: ${peopleInWords(answers, 'answer', 'answers')}.`,
      })),
    ...consultations
      .filter(({ parents }) => parents > 0)
      .map(({ consultation, parents }) => ({
        key: `consultation:${consultation.id}`,
        words: `Consultation “${consultation.title}”: ${peopleInWords(parents, 'parent or carer', 'parents and carers')} answered${consultation.closesOn === null ? '' : `, open until ${sayShortDay(consultation.closesOn)}`}.`,
      })),
    ...returns
      .filter(({ submittedAt }) => submittedAt !== null)
      .slice(0, 4)
      .map(({ id: key, quarter }) => ({
        key: `return:${key}`,
        words: `The return on participation of ${quarter} was sent.`,
      })),
    ...(replies.length === 0
      ? []
      : [
          {
            key: 'replies:published',
            words: `${many(replies.length, 'answer')} to what families said ${replies.length === 1 ? 'is' : 'are'} published.`,
          },
        ]),
  ];
}

async function together(programme: Programme, today: string): Promise<Offer[]> {
  const { read } = theStore();
  const governance = await governanceOf(read, programme.authorityId, programme.id);
  const agreements = await agreementsOf(read, programme);
  return [
    ...governanceInPlan(governance, today, false).map((board) => ({
      key: `board:${board.id}`,
      words: `${board.name}: ${many(board.count.seats, 'seat')}, ${board.count.voting} with a vote; seats of the panel: ${sayPanelSeats(board).toLowerCase()}; ${board.lastMet === null ? 'no meeting is recorded' : `last met ${sayShortDay(board.lastMet)}`}.`,
    })),
    ...agreements
      .filter(({ state }) => state !== 'ended')
      .map((one) => ({
        key: `agreement:${one.id}`,
        words: `Data sharing “${one.title}” with ${one.partners}: ${labelIn(AGREEMENT_STATES, one.state).toLowerCase()}.`,
      })),
  ];
}

async function places({ authorityId, id }: Programme): Promise<Offer[]> {
  const { read } = theStore();
  const sites = await registerRowsOf(read, authorityId, id, 'sites');
  const assets = await registerRowsOf(read, authorityId, id, 'assets');
  const hubs = sites.filter(({ fields }) => valuesOf(fields, 'type').includes('hub')).length;
  const voluntary = assets.filter(({ fields }) =>
    valuesOf(fields, 'sector').some((one) => ['voluntary', 'community', 'faith'].includes(one)),
  ).length;
  return [
    ...(sites.length === 0
      ? []
      : [
          {
            key: 'sites:register',
            words: `${many(hubs, 'hub')} and ${many(sites.length - hubs, 'other site')} in the register of sites.`,
          },
        ]),
    ...(voluntary === 0
      ? []
      : [
          {
            key: 'assets:voluntary',
            words: `${voluntary} of ${many(assets.length, 'organisation')} in the asset audit are voluntary, community or faith groups.`,
          },
        ]),
  ];
}
