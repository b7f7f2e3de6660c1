import type { KeptSection } from '#app/documents/arrange.ts';
import type { Theory } from '#app/theory/graph.ts';
import type { TakenOver } from '#app/plan/across/taken-over.ts';
import type { Coverage } from '#app/plan/coverage/coverage.ts';
import type { Duties } from '#app/plan/coverage/duties.ts';
import type { Hubs } from '#app/plan/coverage/hubs.ts';
import type { EvidenceRow } from '#app/plan/evidence.ts';
import type { BenefitPart } from '#app/plan/money/benefit-part.ts';
import type { Accounts } from '#app/plan/money/money.ts';
import type { FundingStream, PlanLine } from '#app/plan/plan.ts';
import type { OutcomesPart } from '#app/plan/outcomes/outcomes.ts';
import type { PlanRegisters } from '#app/plan/registers/plan-registers.ts';
import type { Obstacle } from '#app/plan/sign-off.ts';
import type { PlanThread } from '#app/plan/thread/plan-thread.ts';

/** Everything that an exported plan says, whatever its format: gathered once, never read again. */
export interface PlanToExport {
  authority: { name: string; colour: string; isDemonstration: boolean };
  programme: {
    id: string;
    title: string;
    startsOn: string;
    endsOn: string;
    places: readonly string[];
    /** In words: "Draft". */
    stage: string;
  };
  /** The day of the export, YYYY-MM-DD. */
  madeOn: string;
  /** What the authority made of the sections of its documents, by document. */
  arrangements: Readonly<Record<string, readonly KeptSection[]>>;
  /** Null while there is none. */
  theory: Theory | null;
  lines: readonly PlanLine[];
  streams: readonly FundingStream[];
  accounts: Accounts;
  /** What one costs, and what the plan may save. */
  benefit: BenefitPart;
  coverages: readonly Coverage[];
  /** Hubs against their definition, services against sites, strand by strand. */
  hubs: Hubs;
  /** Duties of law, with what shows them. */
  duties: Duties;
  evidence: readonly EvidenceRow[];
  /** Every step between what families said and what is measured, with who and when. */
  thread: PlanThread;
  obstacles: readonly Obstacle[];
  /** Measures, reach, and scores before and after; what is small is hidden. */
  outcomes: OutcomesPart;
  /** Boards, data sharing, communications and the self-evaluation. */
  registers: PlanRegisters;
  /** What was taken over from what others have published. */
  takenOver: readonly TakenOver[];
  /** Needs in play. */
  needs: readonly { statement: string; priority: string; howMany: string }[];
  counts: {
    answers: number;
    surveys: number;
    members: number;
    consultations: number;
    themes: number;
  };
}

export const EXPORT_FORMATS = ['docx', 'pdf', 'html', 'xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word document',
  pdf: 'PDF',
  html: 'web page (HTML)',
  xlsx: 'spreadsheet (Excel)',
  csv: 'spreadsheet (CSV)',
  json: 'data (JSON)',
};

export function isExportFormat(word: string | undefined): word is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === word);
}

/** "delivery-plan-northmere-2026-04-01.docx": readable, and safe as a file name anywhere. */
export function exportFileName(plan: PlanToExport, format: ExportFormat): string {
  const name = plan.programme.title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `delivery-plan-${name === '' ? 'programme' : name}-${plan.madeOn}.${format}`;
}
