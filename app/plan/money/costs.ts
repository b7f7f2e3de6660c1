import { choices } from '#app/needs/registers/choices.ts';

/** What a plan costs, one line a cost: of what kind, for which strand, from which money, in which year. */

export const COST_KINDS = [
  'staffing',
  'premises',
  'training',
  'commissioned',
  'equipment',
  'communications',
  'participation',
  'evaluation',
  'other',
] as const;
export type CostKind = (typeof COST_KINDS)[number];

export const COST_KIND_CHOICES = choices(
  ['staffing', 'Staff'],
  ['premises', 'Buildings'],
  ['training', 'Training'],
  ['commissioned', 'Services bought in'],
  ['equipment', 'Equipment'],
  ['communications', 'Communications'],
  ['participation', 'Parents taking part'],
  ['evaluation', 'Evaluation'],
  ['other', 'Something else'],
);

/** What stands for “no stream” among the streams that a cost may be paid from. */
export const NO_STREAM = 'none';
export const NO_STREAM_NAME = 'No stream';

/** From what a cost is paid, as its form has it: a stream, NO_STREAM, or null for that of its line. */
export const paidFrom = ({ streamId, unfunded }: Pick<CostLine, 'streamId' | 'unfunded'>) =>
  unfunded ? NO_STREAM : streamId;

export interface CostLine {
  id: string;
  /** The line of the plan; null for what the whole programme costs. */
  lineId: string | null;
  what: string;
  kind: CostKind;
  /** Null: the stream of its plan line, unless it is said that none pays for it. */
  streamId: string | null;
  /** That no stream pays for it, whatever stream its plan line has. */
  unfunded: boolean;
  /** One of STRANDS; empty: the strand of its plan line. */
  strand: string;
  /** A financial year, "2026-27"; empty while it is not known. */
  year: string;
  /** Null while it is not known. */
  amountPence: number | null;
  capital: boolean;
  note: string;
  /** The paste that brought it in; empty when it was typed. */
  batch: string;
  position: number;
  version: number;
}
