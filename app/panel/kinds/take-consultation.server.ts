import { randomInt } from 'node:crypto';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { writeCsv } from '#app/survey/csv.ts';
import { record, type Programme } from '#db/people.ts';
import { statementsToRead } from '#db/shown-words.ts';
import { theStore } from '#db/store.server.ts';
import { answerRows, countRows } from './export.ts';
import { itemResults } from './item-results.ts';
import { answersInRoom, answersOfPanel, readConsultation } from './read-consultation.server.ts';

/** The counts of a consultation as CSV: what its page shows this person, with the same hidden. */
export async function takeCounts(
  by: Person,
  programme: Programme,
  id: string,
): Promise<{ title: string; csv: string }> {
  allow(by, 'programme.see', programme);
  const page = await readConsultation(by, programme, id);
  if (!page.results && !page.answers) throw new NotFound('results');
  const { answers, practitioners, group } = await answersFor(programme, id, page.consultation.kind);
  const items = await itemsOf(programme, id);
  const groups = [
    { name: group, results: itemResults(items, answers, page.closely) },
    ...(practitioners.length > 0
      ? [{ name: 'Practitioners', results: itemResults(items, practitioners, page.closely) }]
      : []),
  ];
  return { title: page.consultation.title, csv: writeCsv(countRows(groups), { forExcel: true }) };
}

/** Every answer as CSV, shuffled and without its writer; for those who may export single answers. */
export async function takeAnswers(
  by: Person,
  programme: Programme,
  id: string,
): Promise<{ title: string; csv: string }> {
  allow(by, 'answers.read', programme);
  allow(by, 'answers.export', programme);
  const page = await readConsultation(by, programme, id);
  const { title, kind } = page.consultation;
  const { answers, practitioners, group } = await answersFor(programme, id, kind);
  const items = await itemsOf(programme, id);
  const groups = [
    { name: group, answers },
    { name: 'Practitioners', answers: practitioners },
  ];
  const rows = answerRows(items, groups, () => randomInt(2 ** 40));
  await theStore().write(null, (tx) =>
    record(tx, by, 'consultation.exported', { kind: 'consultation', id }, { title }),
  );
  return { title, csv: writeCsv(rows, { forExcel: true }) };
}

const itemsOf = ({ authorityId, id: programmeId }: Programme, id: string) =>
  statementsToRead(theStore().read, { authorityId, programmeId }, id);

async function answersFor(programme: Programme, id: string, kind: string) {
  return kind === 'poll'
    ? { ...(await answersInRoom(programme, id)), group: 'Everybody in the room' }
    : { ...(await answersOfPanel(programme, id)), group: 'Parents and carers' };
}
