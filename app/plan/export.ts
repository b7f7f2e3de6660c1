import type { Theory } from '#app/theory/graph.ts';
import type { Coverage } from './coverage.ts';
import type { EvidenceRow } from './evidence.ts';
import type { Accounts } from './money.ts';
import type { FundingStream, PlanLine } from './plan.ts';
import type { Obstacle } from './sign-off.ts';

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
  /** Null while there is none. */
  theory: Theory | null;
  lines: readonly PlanLine[];
  streams: readonly FundingStream[];
  accounts: Accounts;
  coverages: readonly Coverage[];
  evidence: readonly EvidenceRow[];
  obstacles: readonly Obstacle[];
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
