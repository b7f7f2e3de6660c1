import { newId } from '#db/ids.ts';
import type { Programme } from '#db/people.ts';
import {
  insertPublished,
  lastPublished,
  publishedOf,
  updatePublished,
  type PublishedTable,
} from '#db/published.ts';
import { theStore } from '#db/store.server.ts';
import { surveyById, type Survey } from '#db/survey.ts';
import { turnIfDue } from '#db/turns.ts';
import { crosstabOf, type CrossTable } from './crosstab.ts';
import type { Asked } from './crosstab-form.ts';
import {
  layoutKey,
  layoutsOf,
  specOf,
  toldAgain,
  usesWith,
  type Told,
  type Use,
} from './ledger.ts';
import { loadCounting, RULE, type Counting } from './load-variables.server.ts';

/** A survey with what can be laid against each other; null when there is none or it was never opened. */
export async function countingOf(
  programme: Programme,
  surveyId: string,
): Promise<{ survey: Survey; counting: Counting } | null> {
  const { read } = theStore();
  const survey = await surveyById(read, programme.authorityId, programme.id, surveyId);
  const counting = survey && (await loadCounting(programme.authorityId, surveyId));
  return survey && counting ? { survey, counting } : null;
}

/** A table laid out in each way. */
type Layouts = Record<string, CrossTable>;

/**
 * A table as it may be told now, kept in the ledger with its use: what was told, not to whom. Where it
 * was told before and fewer answers than the threshold have come or gone since, it is told again as it
 * was.
 */
export async function tellCrosstab(
  programme: Programme,
  surveyId: string,
  { variables, weights, weighting }: Counting,
  asked: Asked,
  use: Use,
): Promise<Told> {
  const { authorityId } = programme;
  const spec = specOf(asked, weighting);
  const before = await lastPublished(theStore().read, authorityId, surveyId, spec);
  const { answers } = variables.held;
  const again = before && toldAgain(before, answers, RULE.threshold) ? before : null;
  const table = again && (again.figures as Layouts)[layoutKey(asked)];
  if (again && table) {
    await noteUse(authorityId, again, use);
    return { answers: again.answers, crosstab: { ok: true, table }, at: again.firstAt };
  }
  const at = new Date();
  const crosstab = crosstabOf(variables, asked, weights, RULE);
  if (crosstab.ok) {
    const figures: Layouts = { [layoutKey(asked)]: crosstab.table };
    for (const layout of layoutsOf(asked)) {
      if (layoutKey(layout) in figures) continue;
      await turnIfDue();
      const other = crosstabOf(variables, layout, weights, RULE);
      if (other.ok) figures[layoutKey(layout)] = other.table;
    }
    const row: PublishedTable = {
      id: newId(at),
      authorityId,
      surveyId,
      spec,
      answers,
      figures,
      uses: use,
      firstAt: at,
      lastAt: at,
    };
    await theStore().write(null, (tx) => insertPublished(tx, row));
  }
  return { answers, crosstab, at };
}

const A_MINUTE = 60_000;

/** Looking twice within a minute is one look: a page that is read often is no queue of writes. */
async function noteUse(authorityId: string, table: PublishedTable, use: Use): Promise<void> {
  const lastAt = new Date();
  const uses = usesWith(table.uses, use);
  if (uses === table.uses && lastAt.getTime() - table.lastAt.getTime() < A_MINUTE) return;
  await theStore().write(null, (tx) =>
    updatePublished(tx, authorityId, table.id, { uses, lastAt }),
  );
}

/** What was told of a survey, last told first. */
export async function ledgerOf(programme: Programme, surveyId: string, page: number, most: number) {
  const { read } = theStore();
  const survey = await surveyById(read, programme.authorityId, programme.id, surveyId);
  if (!survey) return null;
  const tables = await publishedOf(read, programme.authorityId, surveyId, { page, most });
  return { survey, tables };
}
