import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import { latestVersion, type Survey, type SurveyVersion } from '#db/survey.ts';
import {
  editNumbered,
  forgetEdits,
  insertEdit,
  lastEdit,
  saveDraft,
  versionsAsked,
  type SurveyEdit,
} from '#db/survey-edits.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { Definition } from '#app/survey/definition.ts';
import type { DefinitionProblem } from '#app/survey/read-definition.ts';
import { surveyOf } from '#app/survey/run-survey.server.ts';
import { namesIn, type Operation } from './operations.ts';
import { rebaseOperation, type Clash } from './rebase.ts';

/** The questions of a survey as they are being edited. */
export interface Draft {
  survey: Survey;
  definition: Definition;
  /** Counts the edits: what a form carries, to find out what changed since it was shown. */
  number: number;
  last: SurveyEdit | null;
  /** What families are asked now, if anything. */
  published: SurveyVersion | undefined;
}

export async function draftOf(db: Reader, programme: Programme, surveyId: string): Promise<Draft> {
  const survey = await surveyOf(db, programme, surveyId);
  const last = await lastEdit(db, programme.authorityId, surveyId);
  return {
    survey,
    definition: Definition.parse(survey.definition),
    number: last?.number ?? 0,
    last: last ?? null,
    published: await latestVersion(db, programme.authorityId, surveyId),
  };
}

/** Every name that a question has or had: a new question must not take over another's answers. */
export async function namesEverUsed(db: Reader, draft: Draft): Promise<Set<string>> {
  const { authorityId, id } = draft.survey;
  const versions = await versionsAsked(db, authorityId, id);
  const past = versions.flatMap(({ definition }) => [...namesIn(Definition.parse(definition))]);
  return new Set([...namesIn(draft.definition), ...past]);
}

export type Edited =
  | { outcome: 'saved'; number: number; what: string }
  | { outcome: 'refused'; problems: DefinitionProblem[] }
  /** Somebody else changed the same in the meantime: nothing is saved. */
  | { outcome: 'clash'; clash: Clash; by: string; now: Draft };

/**
 * Does one edit of the questions. `seen` is the number of the draft that was shown: what others
 * changed since then stays, unless both changed the very same.
 */
export async function editQuestions(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  operation: Operation,
): Promise<Edited> {
  allow(by, 'survey.edit', programme);
  const now = new Date();
  return theStore().write(`survey:${surveyId}`, async (tx): Promise<Edited> => {
    const draft = await draftOf(tx, programme, surveyId);
    const before = await stateAt(tx, draft, seen);
    const done = rebaseOperation(before, draft.definition, operation);
    if (!done.ok) {
      if ('problems' in done) return { outcome: 'refused', problems: done.problems };
      return { outcome: 'clash', clash: done.clash, by: draft.last?.byName ?? '', now: draft };
    }
    if (done.what === '') return { outcome: 'saved', number: draft.number, what: '' };
    const number = await keep(tx, by, draft, done, now);
    return { outcome: 'saved', number, what: done.what };
  });
}

async function stateAt(db: Reader, draft: Draft, seen: number): Promise<Definition> {
  if (seen === draft.number) return draft.definition;
  const state = await editNumbered(db, draft.survey.authorityId, draft.survey.id, seen);
  if (!state) {
    throw new Conflict(
      'The questions changed a great deal in the meantime. Look at them again first.',
    );
  }
  return Definition.parse(state.definition);
}

/** How many states of a draft are kept. */
const MOST_KEPT = 300;

async function keep(
  tx: Writer,
  by: Person,
  draft: Draft,
  done: { definition: Definition; what: string; restores?: number },
  now: Date,
): Promise<number> {
  const { survey } = draft;
  const { authorityId, id: surveyId, title } = survey;
  const row = { authorityId, surveyId, byName: by.name, restores: null, editedAt: now };
  if (!draft.last) {
    const what = 'began with these questions';
    await insertEdit(tx, { ...row, id: newId(now), number: 0, definition: draft.definition, what });
  }
  const number = draft.number + 1;
  const { definition, what, restores = null } = done;
  await insertEdit(tx, { ...row, id: newId(now), number, definition, what, restores });
  await saveDraft(tx, authorityId, surveyId, { definition });
  await forgetEdits(tx, authorityId, surveyId, number - MOST_KEPT);
  const thing = { kind: 'survey', id: surveyId };
  await record(tx, by, 'survey.questions-changed', thing, { title, what });
  return number;
}

/**
 * Makes the draft what it was after an earlier edit; what was done since is in the history and can be
 * had back in the same way.
 *
 * @param seen the number of the draft that was shown: another's edit is not taken back unseen
 */
export async function goBackTo(
  by: Person,
  programme: Programme,
  surveyId: string,
  seen: number,
  to: number,
): Promise<string> {
  allow(by, 'survey.edit', programme);
  const now = new Date();
  return theStore().write(`survey:${surveyId}`, async (tx) => {
    const draft = await draftOf(tx, programme, surveyId);
    if (draft.number !== seen) {
      const who = draft.last?.byName ?? 'Somebody';
      throw new Conflict(`${who} changed the questions in the meantime. Look at them again first.`);
    }
    const state = await editNumbered(tx, programme.authorityId, surveyId, to);
    if (!state) throw new Conflict('That state is not kept any more.');
    const change = (await undone(tx, draft, to)) ?? 'a change';
    const what = `went back to how it was before: ${change}`;
    const definition = Definition.parse(state.definition);
    await keep(tx, by, draft, { definition, what, restores: state.restores ?? to }, now);
    return what;
  });
}

/** What the edit after a state did. */
async function undone(db: Reader, draft: Draft, to: number): Promise<string | undefined> {
  const { authorityId, id } = draft.survey;
  return (await editNumbered(db, authorityId, id, to + 1))?.what;
}

/** The state to which "Undo" goes back: the one before the last edit that still stands. */
export function stateBefore(last: Pick<SurveyEdit, 'number' | 'restores'> | null): number | null {
  if (!last) return null;
  const stands = last.restores ?? last.number;
  return stands > 0 ? stands - 1 : null;
}
