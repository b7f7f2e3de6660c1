import { KIND_OF } from '#app/panel/kinds/kinds.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { consultationById, insertConsultation } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { insertStatement, statementsOf } from '#db/statements.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { aroundLine } from './read-reviews.server.ts';
import { lineWords } from './line-words.ts';
import type { ReviewFields } from './review.ts';

type Started = { ok: true; id: string } | { ok: false; field: string; message: string };

/**
 * Asks the panel about a line of the plan: in a consultation of its own, or with other lines in one
 * that is still a draft. What the line says today is kept beside the words that members read.
 */
export async function startReview(
  by: Person,
  programme: Programme,
  lineId: string,
  fields: ReviewFields,
  createdAt = new Date(),
): Promise<Started> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  const { line, around } = await aroundLine(programme, lineId);
  const about = { kind: 'plan-line', id: lineId, words: lineWords(line, around) };
  const { text, hint } = fields;
  const asked = { type: 'line', text, hint, about, authorityId };
  if (fields.into === 'draft') return join(by, programme, fields.draftId, asked, createdAt);
  const id = newId(createdAt);
  const { title, purpose, standing } = fields;
  await theStore().write(null, async (tx) => {
    await insertConsultation(tx, {
      ...{
        id,
        authorityId,
        programmeId: programme.id,
        kind: 'plan-line',
        title,
        purpose,
        standing,
      },
      ...{ status: 'draft', opensOn: null, closesOn: null, version: 1, createdAt },
    });
    await insertStatement(tx, { ...asked, id: newId(createdAt), consultationId: id, position: 1 });
    await record(tx, by, 'consultation.started', { kind: 'consultation', id }, { title });
  });
  return { ok: true, id };
}

type Asked = Omit<Parameters<typeof insertStatement>[1], 'id' | 'consultationId' | 'position'>;

async function join(
  by: Person,
  { authorityId, id: programmeId }: Programme,
  draftId: string,
  asked: Asked,
  at: Date,
): Promise<Started> {
  return theStore().write(`consultation:${draftId}`, async (tx: Writer): Promise<Started> => {
    const draft = await consultationById(tx, authorityId, programmeId, draftId);
    if (draft?.kind !== 'plan-line') throw new NotFound('draft');
    const no = (message: string) => ({ ok: false as const, field: 'draftId', message });
    if (draft.status !== 'draft') return no('It has been opened: choose another draft');
    const here = await statementsOf(tx, authorityId, draftId);
    if (here.some(({ about }) => about?.id === asked.about?.id)) {
      return no('This line is asked about there already');
    }
    const { most } = KIND_OF['plan-line'];
    if (here.length >= most) return no(`It asks about ${most} lines already: start another`);
    const position = (here.at(-1)?.position ?? 0) + 1;
    await insertStatement(tx, { ...asked, id: newId(at), consultationId: draftId, position });
    const thing = { kind: 'consultation', id: draftId };
    await record(tx, by, 'consultation.changed', thing, { title: draft.title });
    return { ok: true, id: draftId };
  });
}
