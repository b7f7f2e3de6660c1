import { TEST_WORDS } from '#app/panel/formal/gunning.ts';
import { readFormal } from '#app/panel/formal/read-formal.server.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import type { Programme } from '#db/people.ts';
import { agreementsOf } from '#db/plan-registers.ts';
import { formalConsultationIds } from '#db/formal.ts';
import { surveysWithAnswers } from '#db/records.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { dutiesOf, type Duties, type FormalTests } from './duties.ts';
import { dutyPages } from './record-pages.ts';

/** The same for its own page. */
export async function readDutiesPage(programme: Programme): Promise<Duties> {
  const db = theStore().read;
  return readDuties(programme, await linesOf(db, programme.authorityId, programme.id), db);
}

/** The legal duties of a plan with what shows them, read where each thing is kept. */
export async function readDuties(
  programme: Programme,
  lines: readonly PlanLine[],
  db: Reader,
): Promise<Duties> {
  const { authorityId, id } = programme;
  const formal: FormalTests[] = [];
  for (const consultationId of await formalConsultationIds(db, authorityId, id)) {
    formal.push(await testsOf(programme, consultationId));
  }
  const surveys = await surveysWithAnswers(db, authorityId, id);
  const agreements = await agreementsOf(db, programme);
  return { formal, duties: dutiesOf({ formal, lines, agreements, surveys }, dutyPages(id)) };
}

async function testsOf(programme: Programme, consultationId: string): Promise<FormalTests> {
  const { consultation, record, held, tests } = await readFormal(programme, consultationId);
  return {
    id: consultation.id,
    title: consultation.title,
    href: dutyPages(programme.id).formal(consultation.id),
    childrensCentres: record.duty?.duty === 'childrens-centres',
    isDraft: held.state === 'draft',
    says: [
      consultation.purpose,
      record.formative?.stillOpen,
      record.reasons?.reasons,
      ...(record.options?.list ?? []).flatMap(({ name, words }) => [name, words]),
    ].join(' '),
    tests: tests.map(({ id, number, state, lacks }) => ({
      number,
      title: TEST_WORDS[id].title,
      state,
      lacks: lacks.map(({ message }) => message),
    })),
  };
}
