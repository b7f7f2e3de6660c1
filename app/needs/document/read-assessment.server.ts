import { areaFilesOf } from '#db/area-files.ts';
import { arrangementOf } from '#db/documents.ts';
import { listeningEventsOf } from '#db/listening.ts';
import { authorityById, programmeById, type Programme } from '#db/people.ts';
import { printedTablesOf } from '#db/printed-tables.ts';
import { lineCounts } from '#db/programme.ts';
import { theStore } from '#db/store.server.ts';
import { surveysOf } from '#db/survey.ts';
import type { Block } from '#app/documents/blocks.ts';
import { NotFound } from '#app/people/errors.ts';
import { STAGE_NAMES, stageOf } from '#app/people/programme.ts';
import { checkedOf } from '#app/needs/kept-table.ts';
import { methodOfSurveys } from '#app/needs/method/read-method.server.ts';
import { readMissing } from '#app/needs/missing/read-missing.server.ts';
import { sayMore, sentenceOf } from '#app/needs/missing/standing-words.ts';
import { prioritiesOf } from '#app/needs/register/priorities.server.ts';
import { surveyResults } from '#app/needs/survey-results.server.ts';
import { HIDDEN, isSmall } from '#app/statistics/small-numbers.ts';
import { STATE_NAMES, stateOn } from '#app/survey/survey.ts';
import type { AssessedSurvey, Assessment, Exercise } from './assessment.ts';
import { assessedMaps, assessedPlaces } from './read-places.server.ts';
import { assessedNeeds } from './read-needs.server.ts';
import { assessedWords } from './read-words.server.ts';

/** Gathers everything that a needs assessment says, from read models that hide small numbers. */
export async function readAssessment(
  authorityId: string,
  programmeId: string,
  madeOn: string,
): Promise<Assessment> {
  const db = theStore().read;
  const authority = await authorityById(db, authorityId);
  const programme = await programmeById(db, authorityId, programmeId);
  if (!authority || !programme) throw new NotFound('programme');
  const counts = await lineCounts(db, authorityId, programmeId);
  const files = await areaFilesOf(db, authorityId, programmeId);
  const tables = await printedTablesOf(db, authorityId, programmeId);
  const priorities = await prioritiesOf(programme);
  const { name, colour, isDemonstration } = authority;
  const { id, title, startsOn, endsOn, places, stage } = programme;
  return {
    authority: { name, colour, isDemonstration },
    programme: { id, title, startsOn, endsOn, places, stage: STAGE_NAMES[stageOf(stage)] },
    madeOn,
    arrangement: await arrangementOf(db, { authorityId, programmeId }, 'needs-assessment'),
    surveys: await assessedSurveys(programme, madeOn),
    heard: {
      consultations: counts.consultations,
      members: counts.members,
      exercises: await exercises(programme),
    },
    words: await assessedWords(programme),
    files: files.map(({ title, areas, measures }) => ({ title, areas, measures: measures.length })),
    tables: tables.map(({ title, checked }) => ({
      title,
      problems: checkedOf(checked).problems.length,
    })),
    maps: await assessedMaps(programme),
    ...(await assessedPlaces(programme)),
    needs: await assessedNeeds(programme),
    priorities: {
      rule: priorities.rule,
      weightings: priorities.weightings,
      top: priorities.top,
      lines: priorities.lines,
      unscored: priorities.unscored.length,
    },
    method: withoutWhoAnswered(await methodOfSurveys(programme, madeOn)),
  };
}

/** The method notes without the tables that have a section of their own in this document. */
function withoutWhoAnswered(blocks: readonly Block[]): Block[] {
  let within = false;
  return blocks.filter((block) => {
    if (block.type === 'heading') within = block.text.startsWith('Who answered');
    return !within;
  });
}

/** The surveys that were opened, each with its results and with who is missing from it. */
async function assessedSurveys(programme: Programme, today: string): Promise<AssessedSurvey[]> {
  const surveys = await surveysOf(theStore().read, programme.authorityId, programme.id);
  const found: AssessedSurvey[] = [];
  for (const { survey, answers } of surveys) {
    const state = stateOn(survey, today);
    if (state === 'draft') continue;
    const results = await surveyResults(programme, survey.id);
    const missing = answers > 0 ? await readMissing(programme, survey.id, today) : null;
    found.push({
      title: survey.title,
      state: STATE_NAMES[state],
      opensOn: survey.opensOn,
      closesOn: survey.closesOn,
      answers,
      questions: results?.results.questions ?? [],
      reached: (missing?.questions ?? []).map(({ title, margin, base, groups }) => ({
        title,
        source: margin.source,
        base,
        groups,
      })),
      missing: (missing?.missing ?? []).map(({ group, question }) => {
        const asked = missing?.questions.find((one) => one.question === question);
        const more = sayMore(group);
        return `${sentenceOf(group, asked?.base ?? 0)}${more === null ? '' : ` Still wanted: ${more}.`}`;
      }),
    });
  }
  return found;
}

async function exercises({ authorityId, id }: Programme): Promise<Exercise[]> {
  const events = await listeningEventsOf(theStore().read, authorityId, id);
  return events.map(({ title, place, heldOn, heads }) => {
    const came = heads.reduce((sum, { count }) => sum + count, 0);
    return { title, place, heldOn, heads: isSmall(came) ? HIDDEN : came };
  });
}
