import { readMissing } from '#app/needs/missing/read-missing.server.ts';
import type { QuestionReached } from '#app/needs/missing/who-is-missing.ts';
import { themeLines } from '#app/panel/theme-lists.ts';
import type { Surroundings } from '#app/theory/checks/surroundings.ts';
import type { Theory } from '#app/theory/graph.ts';
import { readMeasures } from '#app/theory/measures/read-measures.server.ts';
import { readDoubts } from '#app/theory/walk/read-doubts.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { evidenceOf, needsOf } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import { begunAt, rolesOfEditors, tiesAround } from '#db/theory-surroundings.ts';
import { gatheredUnder, themesOf } from '#db/themes.ts';
import { walksOf } from '#db/walks.ts';
import { libraryMeasures } from '#templates/measures/index.ts';
import { outdatedEvidence } from './check-evidence.server.ts';
import { readCoverages, type Plan } from './read-plan.server.ts';
import { surroundingsOf } from './surroundings.ts';

/** What whoever asks has read of the plan already: it is not read twice. */
export type KnownOfPlan = Pick<Plan, 'lines' | 'coverages'> & {
  needs?: Awaited<ReturnType<typeof needsOf>>;
};

/**
 * What stands around the theory of a programme, for its checks: read where each thing is kept, with
 * small numbers hidden as on the pages that show them, so that anybody who sees the theory may see it.
 */
export async function gatherSurroundings(
  programme: Programme,
  theory: Theory,
  known?: KnownOfPlan,
  at = new Date(),
): Promise<Surroundings> {
  const { authorityId, id } = programme;
  const { read } = theStore();
  const today = dayOf(at);
  const ties = await tiesAround(read, authorityId, id);
  const behind = new Set(
    ties.flatMap((tie) => (tie.fromKind === 'evidence' && tie.toKind === 'need' ? tie.fromId : [])),
  );
  const evidence = await evidenceOf(read, authorityId, id);
  const walks = await walksOf(read, authorityId, id);
  const begun = await begunAt(read, authorityId, theory.id);
  return surroundingsOf({
    today,
    programme,
    theory,
    ties,
    begunOn: begun === undefined ? null : dayOf(begun),
    needs: known?.needs ?? (await needsOf(read, authorityId, id)),
    evidence: evidence.map(({ id, source, takenAt }) => ({
      id,
      source: sourceKey(source),
      takenOn: dayOf(takenAt),
    })),
    outdated: new Set((await outdatedEvidence(programme, [...behind])).keys()),
    themes: await themesAround(programme, today),
    reached: await reachedBySurveys(programme, today),
    lines: known?.lines ?? (await linesOf(read, authorityId, id)),
    coverages: known?.coverages ?? (await readCoverages(programme, read)),
    measures: await readMeasures(programme, theory),
    library: libraryMeasures.map(({ id, label, phrases }) => ({ id, label, phrases })),
    doubts: await readDoubts(read, programme, at),
    roles: await rolesOfEditors(read, authorityId, theory.id),
    walked: walks.some(({ status }) => status !== 'draft'),
  });
}

/** The one thing that evidence was taken from: which row or cell of it does not matter. */
function sourceKey(source: Readonly<Record<string, string>>): string {
  const { from = '', survey, file, table, theme, register, barrier, question = '' } = source;
  return [from, survey ?? file ?? table ?? theme ?? register ?? barrier ?? '', question].join(' ');
}

async function themesAround({ authorityId, id }: Programme, today: string) {
  const { read } = theStore();
  const themes = await themesOf(read, authorityId, id);
  const ids = themes.map(({ theme }) => theme.id);
  const lines = themeLines(themes, await gatheredUnder(read, authorityId, ids), today, false);
  return lines.map(({ id, name, people }, at) => {
    const reply = themes[at]?.reply ?? null;
    const refused = reply?.status === 'we-cannot' && reply.publishedAt !== null;
    return { id, name, people, reply: reply && { id: reply.id, refused } };
  });
}

/** So many of the newest surveys say who was heard. */
const SURVEYS = 2;

async function reachedBySurveys(programme: Programme, today: string) {
  const surveys = await surveysOf(theStore().read, programme.authorityId, programme.id);
  const answered = surveys.filter(({ answers }) => answers > 0).slice(0, SURVEYS);
  const found: (QuestionReached & { surveyId: string })[] = [];
  for (const { survey } of answered) {
    const { questions } = await readMissing(programme, survey.id, today);
    found.push(...questions.map((question) => ({ ...question, surveyId: survey.id })));
  }
  return found;
}
