import { STRANDS } from '#app/needs/registers/choices.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import type { PlanCell, PlanSheet } from '#app/plan/export/plan-sheets.ts';
import { COST_KIND_CHOICES } from './costs.ts';
import { CUTS, CUT_NAMES, cutOf, STREAM_KIND_NAMES } from './cuts.ts';
import { moneyFindings } from './findings.ts';
import { PAYS_NAMES } from './stream-form.ts';
import { UNIT_KIND_NAMES } from './unit-cost.ts';

/** The money of a plan as sheets and as data. */

const day = (text: string | null): PlanCell => (text === null ? null : { day: text });
const pence = (amount: number | null): PlanCell => (amount === null ? null : { pence: amount });
const labelOf = (list: readonly { value: string; label: string }[], value: string) =>
  list.find((choice) => choice.value === value)?.label ?? value;
const namesOf = (list: readonly { value: string; label: string }[], values: readonly string[]) =>
  values.map((value) => labelOf(list, value)).join('; ');

export function moneySheets(plan: PlanToExport): PlanSheet[] {
  return [streamSheet(plan), costSheet(plan), totalSheet(plan)]
    .filter(({ rows }) => rows.length > 1)
    .concat(benefitSheets(plan));
}

function streamSheet({ accounts }: PlanToExport): PlanSheet {
  const streams = accounts.streams.flatMap(({ stream }) => stream ?? []);
  const years = [...new Set(streams.flatMap((stream) => stream.years.map(({ year }) => year)))];
  years.sort();
  return {
    name: 'Streams',
    widths: [40, 20, 16, 16, 16, 14, 14, 20, 40, 40, 40, ...years.map(() => 14)],
    rows: [
      [
        ...['Funding stream', 'Source', 'Holds', 'Promised (known costs)', 'Left'],
        ...['Starts', 'Ends', 'Pays for', 'Strands', 'Kinds of cost', 'Conditions', ...years],
      ],
      ...accounts.streams.flatMap(({ stream, committed, leftPence }) =>
        stream === null
          ? []
          : [
              [
                stream.name,
                STREAM_KIND_NAMES[stream.kind],
                pence(stream.amountPence),
                pence(committed.pence),
                pence(leftPence),
                day(stream.startsOn),
                day(stream.endsOn),
                PAYS_NAMES[stream.pays],
                namesOf(STRANDS, stream.ringStrands),
                namesOf(COST_KIND_CHOICES, stream.ringKinds),
                stream.conditions,
                ...years.map((year) =>
                  pence(stream.years.find((one) => one.year === year)?.amountPence ?? null),
                ),
              ],
            ],
      ),
    ],
  };
}

function costSheet({ accounts }: PlanToExport): PlanSheet {
  const stream = new Map(accounts.streams.map(({ stream: one }) => [one?.id ?? '', one?.name]));
  return {
    name: 'Costs',
    widths: [50, 50, 24, 16, 14, 36, 36, 12, 14],
    rows: [
      [
        ...['What is paid for', 'Plan line', 'Kind', 'Cost', 'Financial year', 'Paid from'],
        ...['Strand', 'Capital', 'Is an estimate'],
      ],
      ...accounts.items.map((item) => [
        item.what,
        item.line?.title ?? 'The whole programme',
        item.kind === '' ? '' : labelOf(COST_KIND_CHOICES, item.kind),
        pence(item.amountPence),
        item.year,
        stream.get(item.streamId ?? '') ?? '',
        item.strand === '' ? '' : labelOf(STRANDS, item.strand),
        item.capital ? 'Yes' : 'No',
        item.isEstimate ? 'Yes' : 'No',
      ]),
    ],
  };
}

/** Every cut one beneath the other: each adds up to the same total. */
function totalSheet({ accounts }: PlanToExport): PlanSheet {
  const streams = accounts.streams.flatMap(({ stream }) => stream ?? []);
  const { committed } = accounts.total;
  return {
    name: 'Totals',
    widths: [26, 50, 18, 18],
    rows: [
      ['Cut by', 'Part', 'Known costs', 'Costs not known'],
      ...CUTS.flatMap((cut) => [
        ...cutOf(accounts.items, cut, streams).map(({ label, sum }): PlanCell[] => [
          CUT_NAMES[cut],
          label,
          pence(sum.known === 0 ? null : sum.pence),
          sum.unknown,
        ]),
        [CUT_NAMES[cut], 'Total', pence(committed.pence), committed.unknown],
      ]),
    ],
  };
}

function benefitSheets({ benefit }: PlanToExport): PlanSheet[] {
  const { units, cases } = benefit;
  const sheets: PlanSheet[] = [
    {
      name: 'Unit costs',
      widths: [40, 16, 16, 14, 14, 14, 14, 14, 16, 40, 60],
      rows: [
        [
          ...['Of what', 'Counted', 'Cost', 'Cost from', 'Cost to', 'Count', 'Count from'],
          ...['Count to', 'Printed cost of one', 'Result', 'Beware'],
        ],
        ...units.map(({ unit, result, reason, warnings }): PlanCell[] => [
          unit.what,
          UNIT_KIND_NAMES[unit.kind].more,
          pence(unit.costPence),
          day(unit.costPeriod.from),
          day(unit.costPeriod.to),
          unit.counted,
          day(unit.countPeriod.from),
          day(unit.countPeriod.to),
          pence(unit.unitPence),
          result === null ? `– ${reason}` : result.words,
          warnings.join(' '),
        ]),
      ],
    },
    {
      name: 'Cost-benefit',
      widths: [36, 20, 60, 24, 24, 24],
      rows: [
        ['Case', 'What', 'Says', 'Lowest', 'Likeliest', 'Highest'],
        ...cases.flatMap((view): PlanCell[][] => [
          ...view.ranges.map(({ what, low, central, high }): PlanCell[] => [
            view.name,
            what,
            '',
            pence(low),
            pence(central),
            pence(high),
          ]),
          ...view.sentences.map((says): PlanCell[] => [view.name, 'Result', says, '', '', '']),
          ...view.beware.map((says): PlanCell[] => [view.name, 'Beware', says, '', '', '']),
          ...view.sensitivity.map((one): PlanCell[] => [
            view.name,
            'Sensitivity',
            `${one.what}: ${one.from} to ${one.to}`,
            one.worst,
            '',
            one.best,
          ]),
        ]),
      ],
    },
  ];
  // A sheet with headings and nothing under them says nothing.
  return sheets.filter(({ rows }) => rows.length > 1);
}

/** The costs, their cuts and what does not hold, as data; money in pence, null where not known. */
export function moneyJson({ accounts, benefit }: PlanToExport) {
  const streams = accounts.streams.flatMap(({ stream }) => stream ?? []);
  return {
    costs: accounts.items.map((item) => ({
      id: item.id,
      estimate: item.isEstimate,
      lineId: item.line?.id ?? null,
      what: item.what,
      kind: item.kind,
      streamId: item.streamId,
      source: item.source,
      strand: item.strand,
      year: item.year,
      amountPence: item.amountPence,
      capital: item.capital,
    })),
    cuts: Object.fromEntries(
      CUTS.map((cut) => [
        cut,
        cutOf(accounts.items, cut, streams).map(({ key, label, sum }) => ({
          ...{ key, label, pence: sum.pence, known: sum.known, notKnown: sum.unknown },
        })),
      ]),
    ),
    findings: moneyFindings(accounts).map(({ kind, says, todo }) => ({ kind, says, todo })),
    unitCosts: benefit.units.map(({ unit, result, reason, warnings }) => ({
      id: unit.id,
      what: unit.what,
      result: result === null ? null : { is: result.is, ...result.range },
      reason,
      warnings,
    })),
    cases: benefit.cases.map(({ id, name, sentences, beware, ranges }) => ({
      ...{ id, name, sentences, beware, ranges },
    })),
  };
}
