import { sayDay } from '#app/ui/words.ts';
import { arrange, arranging, type DocumentHead } from '#app/documents/arrange.ts';
import type { Block, DocumentModel } from '#app/documents/blocks.ts';
import type { DocumentOutline } from '#app/documents/outline.ts';
import { runThrough, type Steps } from '#app/statistics/in-steps.ts';
import type { Outline } from './document-outline.ts';
import type { PlanToExport } from './export.ts';
import { planFigures } from './figures.ts';
import { SECTION_BLOCKS } from './section-blocks.ts';

/**
 * The delivery plan as a document: the outline gives the sections and their order, the authority may
 * arrange them, the folders of this room write each. An incomplete plan makes a whole document that
 * says what is missing.
 */
export function planDocument(outline: Outline, plan: PlanToExport): DocumentModel {
  return runThrough(planInSteps(outline, plan));
}

/** The same, a section a step. */
export function planInSteps(outline: Outline, plan: PlanToExport): Steps<DocumentModel> {
  return stepsOf(outline, plan, (id) => SECTION_BLOCKS[id](plan), 'missing');
}

/** The same of any document that is written from a plan. */
export function documentOfPlan<Id extends string>(
  outline: DocumentOutline<Id>,
  plan: PlanToExport,
  blocksOf: (id: Id) => readonly Block[],
  sayHiddenIn: Id,
): DocumentModel {
  return runThrough(stepsOf(outline, plan, blocksOf, sayHiddenIn));
}

function stepsOf<Id extends string>(
  outline: DocumentOutline<Id>,
  plan: PlanToExport,
  blocksOf: (id: Id) => readonly Block[],
  sayHiddenIn: Id,
): Steps<DocumentModel> {
  const sections = arrange(outline, plan.arrangements[outline.id] ?? []);
  const head = headOf(outline.title, plan);
  return arranging(head, sections, blocksOf, planFigures(plan), sayHiddenIn);
}

function headOf(title: string, { authority, programme, madeOn }: PlanToExport): DocumentHead {
  return {
    title,
    subtitle: programme.title,
    cover: [
      `${sayDay(programme.startsOn)} to ${sayDay(programme.endsOn)}`,
      ...(programme.places.length > 0 ? [programme.places.join(', ')] : []),
      `Stage: ${programme.stage.toLowerCase()}`,
      `Made on ${sayDay(madeOn)}`,
    ],
    authority,
    language: 'en-GB',
  };
}
