import { insertReplyStep, stepsOf } from '#db/answers-back.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { lineById } from '#db/plan-lines.ts';
import { insertReply, replyTo, updateReply, type Reply } from '#db/replies.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { themeById, type Theme } from '#db/themes.ts';
import { tie, tiesInto, untie } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { tellThoseWhoAsked } from './answer/tell-those-who-asked.server.ts';
import { answerState, type ReplyFields } from './reply.ts';

/**
 * Writes what became of a theme: public at once with the intent `publish`, otherwise a draft that
 * only staff see (an answer that was public is taken down). What it said before is kept, and those who
 * asked to hear of it are told. Gives how many.
 */
export async function writeReply(
  by: Person,
  programme: Programme,
  themeId: string,
  fields: ReplyFields,
  at = new Date(),
): Promise<number> {
  allow(by, 'replies.publish', programme);
  const { authorityId } = programme;
  return theStore().write(`theme:${themeId}`, async (tx) => {
    const theme = await themeById(tx, authorityId, programme.id, themeId);
    if (!theme) throw new NotFound('theme');
    const before = await replyTo(tx, authorityId, themeId);
    const replyId = await save(tx, theme, before, fields, at);
    await tieReply(tx, by, theme, replyId, fields.planLineId, at);
    const wasPublic = answerState(before) === 'published';
    const action =
      fields.intent === 'publish'
        ? 'reply.published'
        : wasPublic
          ? 'reply.taken-down'
          : 'reply.written';
    await record(tx, by, action, { kind: 'reply', id: replyId }, { name: theme.name });
    return keepStep(tx, by, theme, replyId, fields, at);
  });
}

/** Keeps what the answer says from now on, and tells those who asked where that is news. */
async function keepStep(
  tx: Writer,
  by: Person,
  { authorityId, programmeId, id: themeId }: Theme,
  replyId: string,
  fields: ReplyFields,
  at: Date,
): Promise<number> {
  const { youSaid, status, words, because, owner, dueOn } = fields;
  const isPublic = fields.intent === 'publish';
  const said = { status, youSaid, words, because, owner, dueOn, isPublic };
  await insertReplyStep(tx, { id: newId(at), authorityId, replyId, ...said, at, by: by.id });
  const steps = await stepsOf(tx, authorityId, [replyId]);
  return tellThoseWhoAsked(tx, { authorityId, programmeId, themeId, replyId, steps }, at);
}

/** Keeps the reply, unless somebody else wrote it since this person's page was opened. */
async function save(
  tx: Writer,
  { authorityId, id: themeId }: Theme,
  before: Reply | undefined,
  fields: ReplyFields,
  at: Date,
): Promise<string> {
  const { youSaid, status, words, because, owner, dueOn, version, intent } = fields;
  const publishedAt = intent === 'publish' ? (before?.publishedAt ?? at) : null;
  const kept = { youSaid, status, words, because, owner, dueOn, publishedAt };
  const changed = new Conflict(
    'Somebody else wrote an answer to this theme while you were typing.',
  );
  if (!before) {
    if (version !== 0) throw changed;
    const id = newId(at);
    await insertReply(tx, { id, authorityId, themeId, ...kept, version: 1 });
    return id;
  }
  if (!(await updateReply(tx, authorityId, before.id, version, kept))) throw changed;
  return before.id;
}

/** The reply rests on its theme, and on the line of the plan that it promises, if it names one. */
async function tieReply(
  tx: Writer,
  by: Person,
  theme: Theme,
  replyId: string,
  planLineId: string,
  at: Date,
): Promise<void> {
  const { authorityId, programmeId } = theme;
  const to = { kind: 'reply', id: replyId } as const;
  const common = { authorityId, programmeId, to, at, by: by.id };
  const from = { kind: 'theme', id: theme.id } as const;
  await tie(tx, [{ ...common, from, wordsThen: theme.name }]);
  for (const one of await tiesInto(tx, authorityId, 'reply', [replyId])) {
    if (one.fromKind === 'plan-line' && one.fromId !== planLineId) {
      await untie(tx, { authorityId, programmeId }, { kind: 'plan-line', id: one.fromId }, to);
    }
  }
  if (planLineId === '') return;
  const line = await lineById(tx, authorityId, programmeId, planLineId);
  if (!line) throw new NotFound('line of the plan');
  const promised = { kind: 'plan-line', id: line.id } as const;
  await tie(tx, [{ ...common, from: promised, wordsThen: line.title }]);
}
