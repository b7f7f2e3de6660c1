import { note, type Block, type DocumentTable } from '#app/documents/blocks.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import type { FundingStream, PlanLine } from '#app/plan/plan.ts';
import { sayDay, sayShortDay } from '#app/ui/words.ts';
import { DISCOUNT_SOURCE } from './benefit.ts';
import type { CaseView } from './case-view.ts';
import { crossTable, CUT_NAMES, STREAM_KIND_NAMES, type CrossTable, type Cut } from './cuts.ts';
import { moneyFindings, MUST_BE_SETTLED } from './findings.ts';
import { pounds, poundsOrUnknown, sumInWords, type StreamAccount } from './money.ts';
import { saysOf, stackedBars } from './years-picture.ts';

/** The money of a plan and what it may save, as sections of a document. */

export function moneyBlocks({ accounts }: PlanToExport): Block[] {
  const { streams, unfunded, total, stopped, items } = accounts;
  if (streams.length === 0 && unfunded === null) {
    return [{ type: 'paragraph', text: 'This plan holds no money and no cost yet.' }];
  }
  const names = streams.flatMap(({ stream }) => stream ?? []);
  const every = [...streams, ...(unfunded === null ? [] : [unfunded])];
  return [
    {
      type: 'table',
      caption: 'Funding streams',
      columns: [
        { title: 'Stream', share: 5 },
        { title: 'Ends', share: 2.4 },
        { title: 'Holds', share: 3, numeric: true },
        { title: 'Promised', share: 4, numeric: true },
        { title: 'Left', share: 3, numeric: true },
      ],
      keys: [...every.map(({ stream }) => stream?.id ?? 'none'), 'all'],
      rows: [
        ...every.map(streamRow),
        [
          'All',
          '',
          pounds(total.amountPence),
          sumInWords(total.committed),
          pounds(total.leftPence),
        ],
      ],
    },
    ...findingBlocks(accounts),
    ...costBlocks(items, names),
    ...endBlocks(streams),
    ...(stopped.length === 0 ? [] : [note(`Stopped, and not counted: ${titles(stopped)}.`)]),
  ];
}

const titles = (some: readonly PlanLine[]) => some.map((line) => line.title).join('; ');

function streamRow({ stream, committed, leftPence }: StreamAccount): string[] {
  if (stream === null) return ['No stream yet', '–', '–', sumInWords(committed), '–'];
  const over =
    leftPence !== null && leftPence < 0 ? `\nPromised ${pounds(-leftPence)} too much` : '';
  return [
    [
      stream.name,
      STREAM_KIND_NAMES[stream.kind],
      ...(stream.ringFence === '' ? [] : [`Only for: ${stream.ringFence}`]),
      ...(stream.conditions === '' ? [] : [`Asks for: ${stream.conditions}`]),
    ].join('\n'),
    sayShortDay(stream.endsOn),
    pounds(stream.amountPence),
    sumInWords(committed),
    `${poundsOrUnknown(leftPence)}${over}`,
  ];
}

function findingBlocks(accounts: PlanToExport['accounts']): Block[] {
  const found = moneyFindings(accounts);
  const heavy = found.filter(({ kind }) => MUST_BE_SETTLED.has(kind));
  const left = found.filter(({ kind }) => kind === 'left-at-end');
  return [
    ...(heavy.length === 0
      ? []
      : [
          { type: 'heading', level: 2, text: 'What does not hold in the money' } as const,
          { type: 'list', items: heavy.map(({ says }) => says) } as const,
        ]),
    ...left.map(({ says }) => note(says)),
  ];
}

/** The tables that finance asks for: by year and stream with its picture, then by kind and strand. */
function costBlocks(items: PlanToExport['accounts']['items'], names: FundingStream[]): Block[] {
  if (items.length === 0) return [];
  const byYear = crossTable(items, { rows: 'year', columns: 'stream' }, names);
  const svg = stackedBars(byYear);
  return [
    { type: 'heading', level: 2, text: 'What the plan costs' },
    ...(svg === null
      ? []
      : [
          {
            type: 'picture',
            svg,
            alt: saysOf(byYear),
            caption: 'Known costs by financial year, stacked by funding stream',
          } as const,
        ]),
    cutTable(crossTable(items, { rows: 'stream', columns: 'year' }, names), 'stream', 'year'),
    cutTable(crossTable(items, { rows: 'kind', columns: 'year' }, names), 'kind', 'year'),
    cutTable(crossTable(items, { rows: 'strand', columns: 'year' }, names), 'strand', 'year'),
    note(
      'Costs that are not known are in no total. A plan line with no costs of its own is counted by its estimate.',
    ),
  ];
}

function cutTable(table: CrossTable, rows: Cut, columns: Cut): DocumentTable {
  const say = (sum: CrossTable['total'] | null) =>
    sum === null ? '–' : sum.unknown > 0 ? sumInWords(sum) : pounds(sum.pence);
  return {
    type: 'table',
    caption: `Costs by ${CUT_NAMES[rows].toLowerCase()} and ${CUT_NAMES[columns].toLowerCase()}`,
    columns: [
      { title: CUT_NAMES[rows], share: 4 },
      ...table.columns.map(({ label }) => ({ title: label, share: 2.6, numeric: true })),
      { title: 'Total', share: 2.8, numeric: true },
    ],
    keys: [...table.rows.map(({ key }) => `${rows} ${key}`), 'total'],
    rows: [
      ...table.rows.map((row, at) => [
        row.label,
        ...(table.cells[at] ?? []).map(say),
        say(row.sum),
      ]),
      ['Total', ...table.columns.map(({ sum }) => say(sum)), say(table.total)],
    ],
  };
}

function endBlocks(streams: readonly StreamAccount[]): Block[] {
  const ends = streams.filter(({ stream }) => (stream?.endsOn ?? null) !== null);
  if (ends.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: 'What falls when money ends' },
    {
      type: 'table',
      caption: 'Lines that go on after their money',
      columns: [
        { title: 'Stream', share: 4 },
        { title: 'Ends', share: 3 },
        { title: 'Lines that go on after it and need other money', share: 7 },
      ],
      keys: ends.map(({ stream }) => stream?.id ?? ''),
      rows: ends.map(({ stream, outlive }) => [
        stream?.name ?? '',
        sayDay(stream?.endsOn),
        outlive.length === 0 ? 'None' : outlive.map(({ title }) => title).join('\n'),
      ]),
    },
  ];
}

/** What one costs, and what the plan may save: always as ranges. */
export function costBenefitBlocks({ benefit }: PlanToExport): Block[] {
  const { cases, units } = benefit;
  if (cases.length === 0 && units.length === 0) {
    return [
      {
        type: 'paragraph',
        text: 'Nobody has reckoned yet what one family costs or what the plan may save.',
      },
    ];
  }
  return [
    ...(units.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: 'Unit costs',
            columns: [
              { title: 'Of what', share: 4 },
              { title: 'Result', share: 4 },
              { title: 'Beware', share: 6 },
            ],
            keys: units.map(({ unit }) => unit.id),
            rows: units.map(({ unit, result, reason, warnings }) => [
              [unit.what, ...(unit.source === '' ? [] : [unit.source])].join('\n'),
              result === null ? `– ${reason}` : result.words,
              warnings.length === 0 ? '–' : warnings.join('\n'),
            ]),
          } as const,
        ]),
    ...cases.flatMap(caseBlocks),
    ...(cases.length === 0
      ? []
      : [
          note(
            `Money of later years counts for less at the discount rate of each case. The Green Book’s rate is 3.5% a year for the first 30 years (${DISCOUNT_SOURCE}).`,
          ),
        ]),
  ];
}

function caseBlocks(view: CaseView): Block[] {
  return [
    { type: 'heading', level: 2, text: view.name },
    view.sentences.length === 0
      ? { type: 'paragraph', text: 'Nothing is entered yet that the plan avoids.' }
      : { type: 'list', items: view.sentences },
    ...view.beware.map(note),
    { type: 'facts', caption: `How “${view.name}” was reckoned`, facts: view.facts },
    ...(view.items.length === 0 ? [] : [avoidedTable(view)]),
    ...(view.tornado === null ? [] : sensitivityBlocks(view, view.tornado)),
  ];
}

function avoidedTable({ name, items }: CaseView): DocumentTable {
  return {
    type: 'table',
    caption: `What “${name}” says is avoided`,
    columns: [
      { title: 'What', share: 5 },
      { title: 'A year', share: 2, numeric: true },
      { title: 'One costs', share: 3, numeric: true },
      { title: 'Due to the plan', share: 2.5, numeric: true },
      { title: 'Anyway', share: 2.5, numeric: true },
    ],
    keys: items.map(({ id }) => id),
    rows: items.map(({ what, basis, counts, count, value, attribution, deadweight }) => [
      [what, basis, counts].filter(Boolean).join('\n'),
      count,
      value,
      attribution,
      deadweight,
    ]),
  };
}

function sensitivityBlocks({ name, sensitivity }: CaseView, svg: string): Block[] {
  const [first] = sensitivity;
  return [
    {
      type: 'picture',
      svg,
      alt: `What moves the result most: ${first?.what ?? ''}, from ${first?.worst ?? ''} to ${first?.best ?? ''}. The table says the same in figures.`,
      caption: `What moves “${name}” most`,
    },
    {
      type: 'table',
      caption: `Saved less put in, one thing at a time at its worst and its best: “${name}”`,
      columns: [
        { title: 'What is varied', share: 5 },
        { title: 'From', share: 2, numeric: true },
        { title: 'To', share: 2, numeric: true },
        { title: 'At its worst', share: 2.5, numeric: true },
        { title: 'At its best', share: 2.5, numeric: true },
      ],
      rows: sensitivity.map(({ what, from, to, worst, best }) => [what, from, to, worst, best]),
    },
  ];
}
