import { STATE_NAMES } from '#app/plan/coverage/coverage.ts';
import type { EvidenceRow } from '#app/plan/evidence.ts';
import { coverageSheets } from '#app/plan/coverage/export-coverage.ts';
import { outcomeSheets } from '#app/plan/outcomes/export-outcomes.ts';
import { registerSheets } from '#app/plan/registers/sheets.ts';
import type { PlanToExport } from './export.ts';
import { moneySheets } from '#app/plan/money/money-data.ts';
import { sumInWords, type StreamAccount } from '#app/plan/money/money.ts';
import { GRADE_NAMES, KIND_NAMES } from '#app/plan/coverage/packs.ts';
import { furtherColumns, lineSheets } from '#app/plan/lines/line-sheets.ts';
import { threadSheets } from '#app/plan/thread/thread-data.ts';
import { STATUS_NAMES } from '#app/plan/plan.ts';

/** A cell of the plan's workbook: words, a number, a day or money. */
export type PlanCell = string | number | null | { day: string } | { pence: number };

export interface PlanSheet {
  name: string;
  widths: readonly number[];
  /** The first row is the headings. */
  rows: readonly (readonly PlanCell[])[];
}

/**
 * The plan as a workbook for finance: a sheet a section, headings in the first row. What is not known
 * is an empty cell and never nought; its sheet says how many there are.
 */
export function planSheets(plan: PlanToExport): PlanSheet[] {
  return [
    about(plan),
    lines(plan),
    ...lineSheets(plan),
    money(plan),
    ...moneySheets(plan),
    coverage(plan),
    ...coverageSheets(plan),
    ...outcomeSheets(plan.outcomes),
    ...registerSheets(plan),
    evidence(plan),
    ...threadSheets(plan),
    needs(plan),
  ].concat(missing(plan));
}

const day = (text: string | null): PlanCell => (text === null ? null : { day: text });
const pence = (amount: number | null): PlanCell => (amount === null ? null : { pence: amount });

function about(plan: PlanToExport): PlanSheet {
  const { authority, programme, accounts, counts } = plan;
  const { committed, amountPence, leftPence } = accounts.total;
  return {
    name: 'About',
    widths: [34, 70],
    rows: [
      ['What', 'Says'],
      ['Delivery plan', programme.title],
      ['Authority', authority.isDemonstration ? `${authority.name} (fictional)` : authority.name],
      ['Stage', programme.stage],
      ['Made on', day(plan.madeOn)],
      ['Starts', day(programme.startsOn)],
      ['Ends', day(programme.endsOn)],
      ['Plan lines', plan.lines.length],
      ['Money in streams', pence(amountPence)],
      ['Promised (known costs)', pence(committed.pence)],
      ['Promised, in words', sumInWords(committed)],
      ['Left after known costs', pence(leftPence)],
      ['Answers to surveys', counts.answers],
      ['Panel members', counts.members],
      ['Themes', counts.themes],
    ],
  };
}

function lines(plan: PlanToExport): PlanSheet {
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream.name]));
  const further = furtherColumns(plan);
  return {
    name: 'Plan lines',
    widths: [7, 50, 14, 26, 12, 12, 40, 16, 30, 50, 50, 40, 30, ...further.widths],
    rows: [
      [
        'Line',
        'What will be done',
        'Status',
        'Owner',
        'Starts',
        'Ends',
        'Milestone',
        'Cost',
        'Funding stream',
        'Activities',
        'Needs',
        'Themes',
        'Requirements',
        ...further.headings,
      ],
      ...plan.lines.map((line, at) => {
        const behind = plan.evidence.filter((row) => row.lineId === line.id);
        return [
          at + 1,
          line.title,
          STATUS_NAMES[line.status],
          line.owner,
          day(line.startsOn),
          day(line.endsOn),
          line.milestone,
          pence(line.costPence),
          line.streamId === null ? null : (streams.get(line.streamId) ?? null),
          all(behind, (row) => row.activities),
          all(behind, (row) => (row.need === null ? [] : [row.need])),
          all(behind, (row) => row.themes),
          line.requirementKeys.join('; '),
          ...further.cells(line),
        ];
      }),
    ],
  };
}

function money(plan: PlanToExport): PlanSheet {
  const { streams, unfunded } = plan.accounts;
  const row = ({ stream, lines: theirs, committed, leftPence, outlive }: StreamAccount) => [
    stream?.name ?? 'No stream yet',
    pence(stream?.amountPence ?? null),
    pence(committed.pence),
    committed.unknown,
    pence(leftPence),
    day(stream?.endsOn ?? null),
    stream?.ringFence ?? '',
    theirs.length,
    outlive.map(({ title }) => title).join('; '),
  ];
  return {
    name: 'Money',
    widths: [34, 16, 18, 16, 16, 14, 40, 8, 50],
    rows: [
      [
        'Stream',
        'Holds',
        'Promised (known)',
        'Costs not known',
        'Left',
        'Pays until',
        'May be spent on',
        'Lines',
        'Lines that go on after it ends',
      ],
      ...[...streams, ...(unfunded ? [unfunded] : [])].map(row),
    ],
  };
}

function coverage(plan: PlanToExport): PlanSheet {
  return {
    name: 'Coverage of guidance',
    widths: [16, 18, 26, 20, 60, 16, 50, 50, 50, 26],
    rows: [
      [
        'Pack',
        'Requirement',
        'Strand',
        'Kind',
        'Asks for',
        'State',
        'Why',
        'Covered by',
        'Source',
        'How well it is known',
      ],
      ...plan.coverages.flatMap(({ pack, requirements }) =>
        requirements.map(({ requirement, state, because, by }) => [
          pack.id,
          requirement.id,
          requirement.strand,
          KIND_NAMES[requirement.kind],
          requirement.text,
          STATE_NAMES[state],
          because,
          by.map(({ title }) => title).join('; '),
          `${requirement.source.heading}. ${requirement.source.where}`,
          GRADE_NAMES[requirement.grade],
        ]),
      ),
    ],
  };
}

function evidence(plan: PlanToExport): PlanSheet {
  return {
    name: 'Golden thread',
    widths: [50, 40, 50, 50, 50, 50],
    rows: [
      ['Plan line', 'Themes', 'Figures', 'Need', 'Activities', 'Requirements'],
      ...plan.evidence.map((row) => [
        row.line,
        row.themes.join('; '),
        row.figures.join('; '),
        row.need,
        row.activities.join('; '),
        row.requirements.join('; '),
      ]),
    ],
  };
}

function needs(plan: PlanToExport): PlanSheet {
  return {
    name: 'Needs',
    widths: [70, 16, 50],
    rows: [
      ['Need', 'Priority', 'How many families'],
      ...plan.needs.map(({ statement, priority, howMany }) => [statement, priority, howMany]),
    ],
  };
}

/** What stands between the plan and its sign-off: left out when nothing does. */
function missing(plan: PlanToExport): PlanSheet[] {
  if (plan.obstacles.length === 0) return [];
  const rows = plan.obstacles.map(({ says, todo, about: what }) => [says, todo, what.join('; ')]);
  const headings = ['What is missing', 'What to do', 'What it is about'];
  return [{ name: 'What is missing', widths: [50, 60, 80], rows: [headings, ...rows] }];
}

function all(rows: readonly EvidenceRow[], pick: (row: EvidenceRow) => readonly string[]): string {
  return [...new Set(rows.flatMap(pick))].join('; ');
}
