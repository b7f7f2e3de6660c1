import { areaFileById, areasIn } from '#db/area-files.ts';
import type { Programme } from '#db/people.ts';
import { printedTableById } from '#db/printed-tables.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder, themeById } from '#db/themes.ts';
import { voicesIn } from '#app/survey/voices.ts';
import { askedFrom } from './crosstabs/crosstab-form.ts';
import { crosstabFinding } from './crosstabs/crosstab-finding.ts';
import { countingOf, tellCrosstab } from './crosstabs/show-crosstab.server.ts';
import {
  areaFinding,
  decileFinding,
  surveyFinding,
  tableFinding,
  type Finding,
} from './finding.ts';
import type { FindingSource } from './finding-source.ts';
import { maskedAreas } from './areas/own-counts.ts';
import { lookUpPlaceFinding } from './maps/look-up-place.server.ts';
import { checkedOf } from './kept-table.ts';
import { surveyResults } from './survey-results.server.ts';
import { themeFinding } from './theme-finding.ts';

/** Results of surveys that were worked out already, for looking several findings up in one go. */
export type KnownResults = Map<string, ReturnType<typeof surveyResults>>;

/**
 * What a source says now, or null when it is gone or says nothing any more (the row is hidden, the
 * file was taken out). A source of another programme is gone.
 */
export async function lookUpFinding(
  programme: Programme,
  source: FindingSource,
  known: KnownResults = new Map(),
): Promise<Finding | null> {
  switch (source.from) {
    case 'survey': {
      const asked = known.get(source.survey) ?? surveyResults(programme, source.survey);
      known.set(source.survey, asked);
      const found = await asked;
      const question = found?.results.questions.find(({ name }) => name === source.question);
      return found && question ? surveyFinding(found.survey, question, source.row) : null;
    }
    case 'crosstab': {
      const found = await countingOf(programme, source.survey);
      if (!found) return null;
      const { question, by, share, filter } = source;
      const asked = askedFrom(new URLSearchParams({ row: question, by, share, filter }));
      const { survey, counting } = found;
      const { crosstab } = await tellCrosstab(programme, survey.id, counting, asked, 'evidence');
      if (!crosstab.ok) return null;
      return crosstabFinding(survey, crosstab.table, source.row, source.column);
    }
    case 'deciles': {
      const file = await areaFile(programme, source.file);
      return file && decileFinding(file, source.measure, Number(source.upTo));
    }
    case 'area': {
      const file = await areaFile(programme, source.file);
      return file && areaFinding(file, source.measure, source.area);
    }
    case 'table': {
      const table = await printedTableById(
        theStore().read,
        programme.authorityId,
        programme.id,
        source.table,
      );
      if (!table) return null;
      const kept = { id: table.id, title: table.title, checked: checkedOf(table.checked) };
      const [line = -1, column = -1] = source.cell.split('-').map(Number);
      return tableFinding(kept, line, column);
    }
    case 'distance':
    case 'reach':
    case 'register':
    case 'barrier':
      return lookUpPlaceFinding(programme, source);
    case 'theme': {
      const { read } = theStore();
      const { authorityId } = programme;
      const theme = await themeById(read, authorityId, programme.id, source.theme);
      if (!theme) return null;
      return themeFinding(theme, voicesIn(await gatheredUnder(read, authorityId, [theme.id])));
    }
  }
}

async function areaFile(programme: Programme, id: string) {
  const { read } = theStore();
  const file = await areaFileById(read, programme.authorityId, programme.id, id);
  if (!file) return null;
  const areas = await areasIn(read, programme.authorityId, file.id);
  return { ...file, areas: file.isOwnCount ? maskedAreas(areas, file.measures).areas : areas };
}
