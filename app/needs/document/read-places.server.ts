import type { Programme } from '#db/people.ts';
import { registerRowsOf, type RegisterRowRow } from '#db/registers.ts';
import { theStore } from '#db/store.server.ts';
import { areaSettings } from '#app/needs/areas/settle-areas.server.ts';
import { areaMap } from '#app/needs/maps/area-map.server.ts';
import { distancePage } from '#app/needs/maps/distance-page.server.ts';
import { sayDistance } from '#app/needs/maps/distance.ts';
import { BARRIER_NAMES, isBarrierKind } from '#app/needs/registers/barrier-kinds.ts';
import { minutesOpen, readHours } from '#app/needs/registers/hours.ts';
import { DAYS, SITE_TYPES, STAGES, type Choice } from '#app/needs/registers/spec.ts';
import { many } from '#app/ui/words.ts';
import type { AssessedMap, Assessment } from './assessment.ts';
import { mapOnPaper } from './map-on-paper.ts';

/** Rows of a map's table that a document prints: the page has them all. */
const MOST_ROWS = 20;

/** The map of the leading measure with the sites, and the areas from which no hub is near. */
export async function assessedMaps(programme: Programme): Promise<AssessedMap[]> {
  const maps: AssessedMap[] = [];
  const area = await areaMap(programme, { file: '', measure: '', sites: true });
  if (area !== null && area.chosen !== null) {
    maps.push({
      svg: mapOnPaper(area.svg, 'areas', area),
      alt: altOf(area.svg),
      caption: area.title,
      says: [
        `${many(area.withFigure, 'area has', 'areas have')} a figure${area.withoutFigure === 0 ? '' : `, ${area.withoutFigure} have none`}${area.hidden === 0 ? '' : `, ${area.hidden} are too small to show`}.`,
        ...area.sentences,
      ],
      table: {
        caption: firstOf(area.rows.length, area.title),
        columns: ['Area', 'Figure', 'Note'],
        rows: area.rows
          .slice(0, MOST_ROWS)
          .map(({ name, code, figure, note }) => [`${name} (${code})`, figure, note]),
      },
    });
  }
  const { reachMetres } = await areaSettings(programme);
  const far = await distancePage(programme, 'hub', reachMetres);
  if (far.hasBoundaries && far.sentence !== null) {
    maps.push({
      svg: mapOnPaper(far.svg, 'reach', { ...far, withoutFigure: 0, hidden: 0 }),
      alt: altOf(far.svg),
      caption: 'How far it is to the nearest hub',
      says: [far.sentence],
      table:
        far.out.length === 0
          ? null
          : {
              caption: firstOf(far.out.length, 'Areas from which no hub is near, furthest first'),
              columns: ['Area', 'Nearest hub', 'What comes instead'],
              rows: far.out
                .slice(0, MOST_ROWS)
                .map(({ name, nearest, metres, decision }) => [
                  name,
                  `${nearest}, ${sayDistance(metres)}`,
                  decision === null
                    ? 'Not decided yet'
                    : `${decision.instead}: ${decision.because}`,
                ]),
            },
    });
  }
  return maps;
}

const firstOf = (all: number, caption: string) =>
  all > MOST_ROWS ? `${caption}: the first ${MOST_ROWS} of ${all}` : caption;

/** What the drawing says of itself. */
function altOf(svg: string): string {
  const desc = /<desc[^<>]*>([^<]*)<\/desc>/.exec(svg)?.[1] ?? '';
  return desc
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Sites, assets by stage, and barriers, from their registers. */
export async function assessedPlaces({
  authorityId,
  id,
}: Programme): Promise<Pick<Assessment, 'sites' | 'assets' | 'assetsInAll' | 'barriers'>> {
  const { read } = theStore();
  const [sites, assets, barriers] = await Promise.all(
    (['sites', 'assets', 'barriers'] as const).map((register) =>
      registerRowsOf(read, authorityId, id, register),
    ),
  );
  return {
    sites: (sites ?? []).map((row) => ({
      name: row.name,
      type: labelOf(SITE_TYPES, one(row, 'type')),
      place: one(row, 'place'),
      hours: sayOpening(row),
    })),
    assets: STAGES.map(({ value, label }) => ({
      stage: label,
      count: (assets ?? []).filter(({ fields }) => [fields['stages'] ?? []].flat().includes(value))
        .length,
    })),
    assetsInAll: assets?.length ?? 0,
    barriers: (barriers ?? []).map((row) => {
      const kind = one(row, 'kind');
      return {
        kind: isBarrierKind(kind) ? BARRIER_NAMES[kind] : kind,
        name: row.name,
        who: one(row, 'who'),
        place: one(row, 'place'),
        evidence: one(row, 'evidence'),
      };
    }),
  };
}

function one({ fields }: RegisterRowRow, key: string): string {
  const value = fields[key] ?? '';
  return Array.isArray(value) ? value.join(', ') : value;
}

const labelOf = (choices: readonly Choice[], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? value;

/** "5 days, 37.5 hours a week"; a dash where no hours are recorded. */
function sayOpening(row: RegisterRowRow): string {
  const days = DAYS.map((day) => minutesOpen(readHours(one(row, day)) ?? [])).filter((n) => n > 0);
  if (days.length === 0) return '–';
  const hours = days.reduce((sum, minutes) => sum + minutes, 0) / 60;
  return `${many(days.length, 'day')}, ${Number(hours.toFixed(1))} hours a week`;
}
