import { lines, note, paragraph, type Block, type DocumentTable } from '#app/documents/blocks.ts';
import { SITE_TYPES } from '#app/needs/registers/choices.ts';
import { pounds } from '#app/plan/money/money.ts';
import { many } from '#app/ui/words.ts';
import {
  DUTY_STATE_NAMES,
  DUTY_STATE_SHAPES,
  DUTY_WORDS,
  type Duties,
  type Duty,
} from './duties.ts';
import {
  NUMBERED_POINTS,
  SERVICE_NAMES,
  type Hubs,
  type HubTest,
  type ServiceList,
  type StrandRow,
} from './hubs.ts';

/** The sections of a document that hold a plan against the definition of a hub and against the law. */

export function hubsBlocks({ hubs }: { hubs: Hubs }): Block[] {
  const { tests, services, strands } = hubs;
  if (tests.length + services.rows.length + strands.length === 0) {
    return [
      paragraph('No site is recorded yet, so that no hub can be held against its definition.'),
    ];
  }
  return [
    { type: 'heading', level: 2, text: 'The twelve points of the definition of a hub' },
    ...(tests.length === 0
      ? [paragraph('No hub and no site working towards one is recorded yet.')]
      : [testTable(tests), pointsList(), note(POINTS_NOTE)]),
    { type: 'heading', level: 2, text: 'Core services' },
    ...(services.rows.length === 0
      ? [paragraph('The guidance that this programme follows names no core services.')]
      : [serviceTable(services)]),
    { type: 'heading', level: 2, text: 'Strand by strand' },
    ...(strands.length === 0
      ? [paragraph('No requirement, line or site belongs to a strand yet.')]
      : [strandTable(strands)]),
  ];
}

/** In a narrow cell a word, since a shape alone is read out as its name. */
const SAYS = { met: 'Yes', not: 'No', unknown: '?' } as const;

const POINTS_NOTE =
  'A question mark: nobody has said yet. After the guidance of 2026 as the government’s reporting service restates it: to be checked against the official copy.';

function testTable(tests: readonly HubTest[]): Block {
  return {
    type: 'table',
    caption: 'Sites against the twelve points',
    columns: [
      { title: 'Site', share: 6 },
      ...NUMBERED_POINTS.map(({ number }) => ({ title: String(number), share: 1 })),
      { title: 'Met', share: 2, numeric: true },
      { title: 'What to do', share: 5 },
    ],
    rows: tests.map(({ name, type, points, met, todo }) => [
      `${name}\n${SITE_TYPES.find(({ value }) => value === type)?.label ?? ''}`,
      ...points.map(({ state }) => SAYS[state]),
      String(met),
      todo === '' ? 'Nothing' : todo,
    ]),
    keys: tests.map(({ id }) => id),
  };
}

const pointsList = (): Block => ({
  type: 'list',
  items: NUMBERED_POINTS.map(({ number, label }) => `${number}: ${label}`),
});

function serviceTable({ rows, sites }: ServiceList): Block {
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? '';
  const at = (row: ServiceList['rows'][number], how: string) =>
    lines(row.sites.filter((one) => one.at === how).map(({ siteId }) => nameOf(siteId)));
  return {
    type: 'table',
    caption: `${many(rows.length, 'core service')} at ${many(sites.length, 'site')}`,
    columns: [
      { title: 'Service', share: 5 },
      { title: 'Who provides it', share: 5 },
      { title: SERVICE_NAMES.named, share: 4 },
      { title: SERVICE_NAMES.strand, share: 4 },
      { title: SERVICE_NAMES.none, share: 4 },
    ],
    rows: rows.map((row) => [
      row.confirmed ? row.name : `${row.name}\nTo be confirmed`,
      lines(
        row.providers.map(({ name, provider }) =>
          provider === '' ? name : `${name} (${provider})`,
        ),
        'Nobody is named yet',
      ),
      at(row, 'named'),
      at(row, 'strand'),
      at(row, 'none'),
    ]),
    keys: rows.map(({ key }) => key),
  } satisfies DocumentTable;
}

function strandTable(strands: readonly StrandRow[]): Block {
  return {
    type: 'table',
    caption: 'Requirements, lines, money, sites and measures of each strand',
    columns: [
      { title: 'Strand', share: 4 },
      { title: 'Requirements covered', share: 3 },
      { title: 'Plan lines', share: 6 },
      { title: 'Money', share: 3, numeric: true },
      { title: 'Sites', share: 4 },
      { title: 'Measures', share: 5 },
    ],
    rows: strands.map((row) => [
      row.label,
      sayCovered(row),
      lines(row.lines.map(({ title }) => title)),
      sayMoney(row),
      lines(row.sites),
      lines(row.measures),
    ]),
    keys: strands.map(({ id }) => id ?? 'none'),
  };
}

/** "3 of 7, 2 in part", or a dash where nothing is asked. */
export function sayCovered({ requirements: { covered, partly, toCover } }: StrandRow): string {
  if (toCover === 0) return '–';
  return `${covered} of ${toCover}${partly === 0 ? '' : `, ${partly} in part`}`;
}

function sayMoney({ knownPence, unknownCosts }: StrandRow): string {
  const known = knownPence === null ? '–' : pounds(knownPence);
  return unknownCosts === 0 ? known : `${known}\n${many(unknownCosts, 'cost')} not known`;
}

export function dutiesBlocks({ duties }: { duties: Duties }): Block[] {
  return [
    paragraph(
      'What would show that each duty was met, what is recorded, and what is missing. Whether a duty applies and was kept is for the authority’s legal advisers to say.',
    ),
    ...(duties.formal.length === 0 ? [] : [formalTable(duties)]),
    ...duties.duties.flatMap(dutyBlocks),
  ];
}

const TEST_WORDS = { met: '● Shown', lacks: '○ Not shown yet', later: '– Not due yet' } as const;

function formalTable({ formal }: Duties): Block {
  const tests = formal[0]?.tests ?? [];
  return {
    type: 'table',
    caption: 'Formal consultations, test by test',
    columns: [
      { title: 'Consultation', share: 4 },
      ...tests.map(({ number, title }) => ({ title: `${number}. ${title}`, share: 4 })),
    ],
    rows: formal.map((one) => [
      one.title,
      ...one.tests.map(({ state, lacks }) => lines([TEST_WORDS[state], ...lacks])),
    ]),
    keys: formal.map(({ id }) => id),
  };
}

function dutyBlocks({ id, state, shows, missing }: Duty): Block[] {
  const { title, asks, source } = DUTY_WORDS[id];
  return [
    { type: 'heading', level: 2, text: title },
    {
      type: 'facts',
      caption: title,
      facts: [
        ['State', `${DUTY_STATE_SHAPES[state]} ${DUTY_STATE_NAMES[state]}`],
        ['Asks for', asks],
        ['Source', source.words],
        [
          'Recorded',
          lines(
            shows.map(({ words }) => words),
            'Nothing',
          ),
        ],
        [
          'Missing',
          lines(
            missing.map(({ words }) => words),
            state === 'later' ? 'Nothing calls for it yet' : 'Nothing',
          ),
        ],
      ],
    },
  ];
}
