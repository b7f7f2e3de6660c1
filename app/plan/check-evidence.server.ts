import { surveyFinding, type Finding } from '#app/needs/finding.ts';
import { readSource, type FindingSource } from '#app/needs/finding-source.ts';
import { lookUpFinding } from '#app/needs/look-up-finding.server.ts';
import { surveyResults } from '#app/needs/survey-results.server.ts';
import { evidenceByIds } from '#db/needs.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

/**
 * Of these pieces of evidence those whose source says something else now: the sentence that it would
 * give, or null when it is gone or may show nothing any more. Each survey is counted once, however
 * many pieces were taken from it.
 */
export async function outdatedEvidence(
  programme: Programme,
  evidenceIds: readonly string[],
): Promise<Map<string, string | null>> {
  const { authorityId, id } = programme;
  const rows = await evidenceByIds(theStore().read, authorityId, id, [...evidenceIds]);
  const counted = new Map<string, ReturnType<typeof surveyResults>>();
  const outdated = new Map<string, string | null>();
  for (const row of rows) {
    const source = readSource(row.source);
    if (source === null) continue;
    const now = await findingNow(programme, source, counted);
    if (now?.sentence !== row.sentence) outdated.set(row.id, now?.sentence ?? null);
  }
  return outdated;
}

async function findingNow(
  programme: Programme,
  source: FindingSource,
  counted: Map<string, ReturnType<typeof surveyResults>>,
): Promise<Finding | null> {
  if (source.from !== 'survey') return lookUpFinding(programme, source);
  const results = counted.get(source.survey) ?? surveyResults(programme, source.survey);
  counted.set(source.survey, results);
  const found = await results;
  const question = found?.results.questions.find(({ name }) => name === source.question);
  return found && question ? surveyFinding(found.survey, question, source.row) : null;
}
