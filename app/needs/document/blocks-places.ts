import type { Block } from '#app/documents/blocks.ts';
import { many } from '#app/ui/words.ts';
import type { AssessedMap, Assessment } from './assessment.ts';
import { nothing } from './nothing.ts';

/** Official figures: the files, the maps with their tables, and tables from reports. */
export function figureBlocks({ files, tables, maps }: Assessment): Block[] {
  return [
    ...(files.length === 0
      ? [nothing('No official figures were brought in yet.')]
      : ([
          {
            type: 'table',
            caption: 'Official figures that were brought in',
            columns: [
              { title: 'Publication', share: 6 },
              { title: 'Areas', share: 1, numeric: true },
              { title: 'Measures', share: 1, numeric: true },
            ],
            rows: files.map(({ title, areas, measures }) => [
              title,
              areas.toLocaleString('en-GB'),
              String(measures),
            ]),
          },
        ] satisfies Block[])),
    ...(maps.length === 0 && files.length > 0
      ? [nothing('There is no map: the outlines of the areas were not brought in.')]
      : maps.flatMap(mapBlocks)),
    ...(tables.length === 0
      ? []
      : ([
          { type: 'heading', level: 2, text: 'Tables from reports' },
          {
            type: 'list',
            items: tables.map(({ title, problems }) =>
              problems === 0
                ? `${title}: adds up`
                : `${title}: ${many(problems, 'printed figure does', 'printed figures do')} not add up`,
            ),
          },
        ] satisfies Block[])),
  ];
}

function mapBlocks({ svg, alt, caption, says, table }: AssessedMap): Block[] {
  return [
    { type: 'heading', level: 2, text: caption },
    ...says.map((text): Block => ({ type: 'paragraph', text })),
    ...(svg === '' ? [] : ([{ type: 'picture', svg, alt, caption }] satisfies Block[])),
    ...(table === null
      ? []
      : ([
          {
            type: 'table',
            caption: table.caption,
            columns: table.columns.map((title, at) => ({ title, share: at === 0 ? 4 : 3 })),
            rows: table.rows,
          },
        ] satisfies Block[])),
  ];
}

/** Sites, what families trust already, and barriers. */
export function placeBlocks({ sites, assets, assetsInAll, barriers }: Assessment): Block[] {
  return [
    { type: 'heading', level: 2, text: 'Sites' },
    ...(sites.length === 0
      ? [nothing('No site is listed yet.')]
      : ([
          {
            type: 'table',
            caption: `${many(sites.length, 'site')} from which help is given`,
            columns: [
              { title: 'Site', share: 4 },
              { title: 'Type', share: 3 },
              { title: 'Where', share: 3 },
              { title: 'Open', share: 4 },
            ],
            rows: sites.map(({ name, type, place, hours }) => [name, type, place, hours]),
          },
        ] satisfies Block[])),
    { type: 'heading', level: 2, text: 'What is there already' },
    ...(assetsInAll === 0
      ? [nothing('No service or group is listed yet.')]
      : ([
          {
            type: 'table',
            caption: `${many(assetsInAll, 'service or group', 'services and groups')} by age and stage; one may serve several`,
            columns: [
              { title: 'Age and stage', share: 5 },
              { title: 'Services and groups', share: 2, numeric: true },
            ],
            rows: assets.map(({ stage, count }) => [stage, String(count)]),
          },
        ] satisfies Block[])),
    { type: 'heading', level: 2, text: 'What stands in the way' },
    ...(barriers.length === 0
      ? [nothing('No barrier is recorded yet.')]
      : ([
          {
            type: 'table',
            caption: 'Barriers between families and help',
            columns: [
              { title: 'Kind', share: 3 },
              { title: 'Barrier', share: 5 },
              { title: 'Who meets it', share: 3 },
              { title: 'Where', share: 2 },
              { title: 'How we know', share: 4 },
            ],
            rows: barriers.map(({ kind, name, who, place, evidence }) => [
              kind,
              name,
              who === '' ? '–' : who,
              place === '' ? '–' : place,
              evidence === '' ? '–' : evidence,
            ]),
          },
        ] satisfies Block[])),
  ];
}
