import type { Block } from '#app/documents/blocks.ts';
import { dutiesBlocks, hubsBlocks } from '#app/plan/coverage/blocks.ts';
import { outcomesBlocks } from '#app/plan/outcomes/blocks.ts';
import {
  communicationsBlocks,
  governanceBlocks,
  sharingBlocks,
} from '#app/plan/registers/blocks.ts';
import { costBenefitBlocks, moneyBlocks } from '#app/plan/money/blocks.ts';
import { methodBlocks, summaryBlocks } from './document-ends.ts';
import type { SectionId } from './document-outline.ts';
import { coverageBlocks, evidenceBlocks, missingBlocks } from './document-sections.ts';
import { linesBlocks } from '#app/plan/lines/line-blocks.ts';
import { timelineBlocks } from '#app/plan/lines/timeline-blocks.ts';
import { theoryBlocks } from './document-theory.ts';
import { threadBlocks } from '#app/plan/thread/thread-blocks.ts';
import type { PlanToExport } from './export.ts';

/**
 * Who writes each section of the delivery plan. Each reads the plan as it was gathered and says in a
 * sentence when there is nothing to show. Other documents take the same blocks.
 */
export const SECTION_BLOCKS: Readonly<Record<SectionId, (plan: PlanToExport) => Block[]>> = {
  summary: summaryBlocks,
  theory: ({ theory }) => theoryBlocks(theory),
  lines: linesBlocks,
  timeline: timelineBlocks,
  money: moneyBlocks,
  'cost-benefit': costBenefitBlocks,
  coverage: coverageBlocks,
  hubs: hubsBlocks,
  duties: dutiesBlocks,
  outcomes: outcomesBlocks,
  governance: governanceBlocks,
  sharing: sharingBlocks,
  communications: communicationsBlocks,
  evidence: evidenceBlocks,
  thread: threadBlocks,
  missing: missingBlocks,
  method: methodBlocks,
};
