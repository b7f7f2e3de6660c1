import { writeRegister } from '#app/needs/registers/register-file.ts';
import type { RegisterRow } from '#app/needs/registers/row.ts';
import type { ListsByName, RowSpec } from '#app/needs/registers/spec.ts';
import { MOVED_WORDS } from '#app/plan/self-evaluation/self-evaluation.ts';
import { FRAMEWORK } from '#app/plan/self-evaluation/frameworks.ts';
import { AGREEMENT_SPEC, agreementRow } from './agreement.ts';
import {
  COMMUNICATION_SPEC,
  communicationRow,
  COURSE_NAMES,
  courseOf,
  shownReach,
} from './communication.ts';
import type { PlanRegisters } from './plan-registers.ts';

type Cell = string | number | null | { day: string };
interface Sheet {
  name: string;
  widths: readonly number[];
  rows: readonly (readonly Cell[])[];
}

const day = (on: string | null): Cell => (on === null || on === '' ? null : { day: on });

interface Registered {
  registers: PlanRegisters;
  lines: readonly { id: string; title: string }[];
}

/** The registers of the plan as sheets of its workbook. A register that holds nothing has no sheet. */
export function registerSheets(plan: Registered): Sheet[] {
  const { boards, agreements, communications, selfEvaluation } = plan.registers;
  return [
    ...(boards.length === 0 ? [] : [governance(plan.registers)]),
    ...(agreements.length === 0 ? [] : [sharing(plan)]),
    ...(communications.length === 0 ? [] : [communicationSheet(plan)]),
    ...(selfEvaluation.round === null ? [] : [selfEvaluationSheet(plan.registers)]),
  ];
}

function governance({ boards }: PlanRegisters): Sheet {
  return {
    name: 'Governance',
    widths: [34, 40, 30, 30, 16, 10, 14, 12, 30],
    rows: [
      ['Board', 'Reports to', 'Who', 'From', 'Role', 'Vote', 'Of the panel', 'Vacant', 'Term'],
      ...boards.flatMap((board) =>
        board.seats.map((seat): Cell[] => [
          board.name,
          board.reportsToName,
          seat.who,
          seat.organisation,
          seat.role,
          seat.voting ? 'yes' : 'no',
          seat.ofPanel ? 'yes' : 'no',
          seat.vacant ? 'yes' : 'no',
          seat.term,
        ]),
      ),
    ],
  };
}

/** The rows of a register with its days as days. */
function typedRows(spec: RowSpec, rows: readonly RegisterRow[], lists: ListsByName): Cell[][] {
  const [head = [], ...body] = writeRegister(spec, rows, lists);
  const days = new Set(spec.fields.flatMap(({ kind }, at) => (kind === 'day' ? [at + 1] : [])));
  return [
    head,
    ...body.map((row) =>
      row.map((cell, at): Cell => (days.has(at) && typeof cell === 'string' ? day(cell) : cell)),
    ),
  ];
}

const listsOf = ({ registers, lines }: Registered): ListsByName => ({
  lines: lines.map(({ id, title }) => ({ value: id, label: title })),
  requirements: registers.agreements
    .flatMap(({ requirementKeys }) => requirementKeys)
    .map((key) => ({ value: key, label: key })),
  costs: Object.entries(registers.costs).map(([value, label]) => ({ value, label })),
  consultations: Object.entries(registers.consultations).map(([value, label]) => ({
    value,
    label,
  })),
});

function sharing(plan: Registered): Sheet {
  const rows = plan.registers.agreements.map(agreementRow);
  return {
    name: 'Data sharing',
    widths: [36, 36, 50, 50, 30, 40, 16, 40, 12, 12, 20, 12, 24, 50, 40, 40],
    rows: typedRows(AGREEMENT_SPEC, rows, listsOf(plan)),
  };
}

function communicationSheet(plan: Registered): Sheet {
  const { communications, today } = plan.registers;
  const rows = typedRows(COMMUNICATION_SPEC, communications.map(communicationRow), listsOf(plan));
  return {
    name: 'Communications',
    widths: [36, 36, 40, 50, 26, 26, 12, 12, 20, 24, 24, 12, 12, 40, 40, 40, 14, 12, 16],
    rows: rows.map((row, at) => {
      if (at === 0) return [...row, 'Reached so far', 'Counted on', 'Against the target'];
      const one = communications[at - 1];
      const last = one?.reach.at(-1);
      return [
        ...row,
        last ? shownReach(last.reached) : null,
        day(last?.on ?? null),
        one ? COURSE_NAMES[courseOf(one, today)] : null,
      ];
    }),
  };
}

function selfEvaluationSheet({ selfEvaluation }: PlanRegisters): Sheet {
  const { round, items } = selfEvaluation;
  return {
    name: 'Self-evaluation',
    widths: [24, 16, 50, 26, 20, 26, 60, 60, 50, 24, 12, 12],
    rows: [
      [
        ...['Framework', 'Item', 'What', `Rating in round ${round?.number ?? 1}`, 'Since before'],
        ...['The panel', 'What shows it', 'Tied as evidence', 'What to improve', 'Who'],
        ...['By when', 'In the plan'],
      ],
      ...items.map((one): Cell[] => [
        FRAMEWORK[one.item.framework].title,
        one.item.own ? 'our own' : one.item.id,
        one.item.title,
        one.ratingWords,
        MOVED_WORDS[one.moved],
        one.panelWords,
        one.evidence,
        one.tied.map(({ words }) => words).join('; '),
        one.improve,
        one.owner,
        day(one.dueOn),
        one.improve === '' ? null : one.line === null ? 'no' : 'yes',
      ]),
    ],
  };
}
