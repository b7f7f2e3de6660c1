import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { insertComment, settleComment } from '#db/plan-versions.ts';
import { lineById } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';

/** Says something about a plan line, or about the whole plan where no line is named. */
export async function commentOnPlan(
  by: Person,
  programme: Programme,
  lineId: string,
  words: string,
  at = new Date(),
): Promise<void> {
  allow(by, 'plan.comment', programme);
  const { authorityId, id: programmeId } = programme;
  const id = newId(at);
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const line = lineId === '' ? null : await lineById(tx, authorityId, programmeId, lineId);
    if (line === undefined) throw new NotFound('plan line');
    await insertComment(tx, {
      id,
      authorityId,
      programmeId,
      lineId: line?.id ?? null,
      lineTitle: line?.title ?? '',
      words,
      byName: by.name,
      at,
      answer: '',
      settledName: '',
      settledAt: null,
    });
    await record(tx, by, 'plan.commented', { kind: 'plan-comment', id });
  });
}

/** Settles a comment with what was done about it. */
export async function settlePlanComment(
  by: Person,
  programme: Programme,
  commentId: string,
  answer: string,
  at = new Date(),
): Promise<void> {
  allow(by, 'plan.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const change = { answer, settledName: by.name, settledAt: at };
    if (!(await settleComment(tx, authorityId, programmeId, commentId, change))) {
      throw new Conflict('Somebody has settled this already.');
    }
    await record(tx, by, 'plan.comment-settled', { kind: 'plan-comment', id: commentId });
  });
}
