import type { ArrangedSection } from '#app/documents/arrange.ts';
import { arrange } from '#app/documents/arrange.ts';
import type { DocumentModel } from '#app/documents/blocks.ts';
import type { Figure } from '#app/documents/own-words.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { gapsOf } from '#app/needs/document/assessment.ts';
import { assessmentDocument, assessmentFigures } from '#app/needs/document/document.ts';
import { readAssessment } from '#app/needs/document/read-assessment.server.ts';
import { readPublicAnswers } from '#app/panel/answer/read-public-answers.server.ts';
import { packsOfAuthority } from '#app/plan/coverage/read-packs.server.ts';
import { documentOfPlan, planDocument } from '#app/plan/export/document.ts';
import { planToExport } from '#app/plan/export/export-plan.server.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import { planFigures } from '#app/plan/export/figures.ts';
import { documentOutlines } from '#templates/documents/index.ts';
import type { DocumentId } from './documents.ts';
import { EVALUATION_BLOCKS, evaluationGaps } from './evaluation.ts';
import { localPlanBlocks } from './local-plan.ts';
import { SELF_EVALUATION_BLOCKS } from './self-evaluation.ts';
import type { Writing } from './writing.ts';

/** A document as it stands now, with what its pages need to know of it. */
export interface MadeDocument {
  id: DocumentId;
  model: DocumentModel;
  sections: ArrangedSection[];
  figures: Figure[];
  /** What it cannot say, a sentence each. */
  gaps: string[];
  /** The plan from which it was written; null for the needs assessment. */
  plan: PlanToExport | null;
}

type Of = Pick<Programme, 'id' | 'authorityId' | 'packs'>;

/** Makes a document from what a programme holds now. */
export async function makeDocument(
  programme: Of,
  id: DocumentId,
  madeOn: string,
): Promise<MadeDocument> {
  const { authorityId, id: programmeId } = programme;
  const outlines = documentOutlines();
  if (id === 'needs-assessment') {
    const found = await readAssessment(authorityId, programmeId, madeOn);
    return {
      id,
      model: assessmentDocument(outlines[id], found),
      sections: arrange(outlines[id], found.arrangement),
      figures: assessmentFigures(found),
      gaps: gapsOf(found),
      plan: null,
    };
  }
  const plan = await planToExport(authorityId, programmeId, madeOn);
  const writing = id === 'delivery-plan' ? null : await toWriteFrom(programme, plan);
  return {
    id,
    model: writing === null ? planDocument(outlines['delivery-plan'], plan) : written(id, writing),
    sections: arrange(outlines[id], plan.arrangements[id] ?? []),
    figures: planFigures(plan),
    gaps:
      id === 'evaluation' && writing !== null
        ? evaluationGaps(writing)
        : plan.obstacles.map(({ says }) => says),
    plan,
  };
}

async function toWriteFrom(programme: Of, plan: PlanToExport): Promise<Writing> {
  const told = await readPublicAnswers(programme);
  const packs = await packsOfAuthority(theStore().read, programme.authorityId);
  const items = packs.find(({ id }) => id === 'bsfh-2026')?.requirements ?? [];
  return { plan, told, guidance: (wanted) => items.find(({ id }) => id === wanted) };
}

/** The documents that are written from a plan and more. */
function written(id: Exclude<DocumentId, 'needs-assessment'>, writing: Writing): DocumentModel {
  const outlines = documentOutlines();
  const { plan } = writing;
  switch (id) {
    case 'delivery-plan':
      return planDocument(outlines[id], plan);
    case 'self-evaluation':
      return documentOfPlan(
        outlines[id],
        plan,
        (section) => SELF_EVALUATION_BLOCKS[section](writing),
        'missing',
      );
    case 'evaluation':
      return documentOfPlan(
        outlines[id],
        plan,
        (section) => EVALUATION_BLOCKS[section](writing),
        'unknown',
      );
    case 'local-plan':
      return documentOfPlan(
        outlines[id],
        plan,
        (section) => localPlanBlocks(section, writing),
        'missing',
      );
  }
}
