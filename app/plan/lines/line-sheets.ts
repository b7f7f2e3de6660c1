import { STRANDS } from '#app/needs/registers/choices.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import type { PlanCell, PlanSheet } from '#app/plan/export/plan-sheets.ts';
import { STANDING_NAMES, STEP_NAMES, type PlanLine } from '#app/plan/plan.ts';
import { equalityWords, labelOf, lagInWords } from './line-in-words.ts';
import { linesByRisk } from './line-blocks.ts';
import { RISK_BANDS, riskBand, riskScore } from './risks.ts';
import { roomInWords } from './timeline.ts';
import { scheduleOf } from './schedule.ts';

const day = (text: string | null): PlanCell => (text === null ? null : { day: text });

/** Columns that stand after those of who, when and how much: headings, widths and cells of a line. */
export function furtherColumns(plan: Pick<PlanToExport, 'lines' | 'theory'>) {
  const titles = new Map(plan.lines.map(({ id, title }) => [id, title]));
  const measures = new Map(
    plan.theory?.pieces
      .filter(({ kind }) => kind === 'measure')
      .map(({ id, more }) => [id, more['label'] ?? '']),
  );
  const schedule = scheduleOf(plan.lines);
  return {
    headings: [
      'Objective',
      'Strand',
      'Partners',
      'Waits for',
      'Room',
      'How it is known',
      'Measures',
      'Equality',
      'Communications',
      'Standing',
      'Standing on',
      'Standing note',
    ],
    widths: [40, 24, 30, 40, 20, 40, 40, 40, 40, 14, 12, 40],
    cells: (line: PlanLine): PlanCell[] => [
      line.objective,
      labelOf(STRANDS, line.strand),
      line.partners,
      line.dependsOn
        .map(({ lineId, lagDays }) => `${titles.get(lineId) ?? ''}${lagInWords(lagDays)}`)
        .join('; '),
      roomInWords(line, schedule),
      line.successCriteria,
      line.measureIds.flatMap((id) => measures.get(id) ?? []).join('; '),
      equalityWords(line.equalityEffect),
      line.communications,
      line.progress === null ? null : STANDING_NAMES[line.progress.standing],
      day(line.progress?.on ?? null),
      line.progress?.note ?? null,
    ],
  };
}

/** The steps and the risks of the lines, a sheet each; a sheet without a row is left out. */
export function lineSheets(plan: PlanToExport): PlanSheet[] {
  return [steps(plan), risks(plan)].filter(({ rows }) => rows.length > 1);
}

function steps(plan: PlanToExport): PlanSheet {
  return {
    name: 'Steps',
    widths: [7, 50, 12, 50, 26, 12, 12],
    rows: [
      ['Line', 'What will be done', 'Kind', 'Step', 'Owner', 'Due', 'Done on'],
      ...plan.lines.flatMap((line, at) =>
        line.steps.map(({ kind, title, owner, dueOn, doneOn }) => [
          at + 1,
          line.title,
          STEP_NAMES[kind],
          title,
          owner,
          day(dueOn),
          day(doneOn),
        ]),
      ),
    ],
  };
}

function risks(plan: PlanToExport): PlanSheet {
  return {
    name: 'Risks',
    widths: [7, 50, 50, 12, 12, 10, 12, 26, 50],
    rows: [
      [
        'Line',
        'What will be done',
        'Risk',
        'Likelihood (1 to 5)',
        'Severity (1 to 5)',
        'Score',
        'Band',
        'Watched by',
        'What is done',
      ],
      ...linesByRisk(plan.lines).map((line) => {
        const score = riskScore(line.risk);
        return [
          plan.lines.indexOf(line) + 1,
          line.title,
          line.risk.what,
          line.risk.likelihood,
          line.risk.severity,
          score,
          score === null ? null : RISK_BANDS[riskBand(score)],
          line.risk.owner,
          line.risk.response,
        ];
      }),
    ],
  };
}

/** What the data says of a line beyond who, when and how much. */
export function lineJson(line: PlanLine) {
  const { strand, communications, equalityEffect, risk, dependsOn, measureIds, progress } = line;
  return {
    ...{ strand, communications, equalityEffect, progress },
    risk: { ...risk, score: riskScore(risk) },
    waitsFor: dependsOn,
    measures: measureIds,
  };
}
