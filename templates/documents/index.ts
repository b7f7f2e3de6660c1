import type { z } from 'zod';
import { AssessmentOutline } from '#app/needs/document/outline.ts';
import {
  EvaluationOutline,
  LocalPlanOutline,
  SelfEvaluationOutline,
} from '#app/plan/documents/outlines.ts';
import { Outline } from '#app/plan/export/document-outline.ts';
import deliveryPlan from './delivery-plan.json';
import evaluation from './evaluation.json';
import localPlan from './local-plan.json';
import needsAssessment from './needs-assessment.json';
import selfEvaluation from './self-evaluation.json';

/** Reads the outline of a document. Throws with its file and the path inside it when it is wrong. */
export function readOutlineAs<T>(shape: z.ZodType<T>, file: string, content: unknown): T {
  const read = shape.safeParse(content);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`templates/documents/${file} cannot be used:\n${wrong.join('\n')}`);
}

/** The same for the outline of a delivery plan. */
export const readOutline = (file: string, content: unknown): Outline =>
  readOutlineAs(Outline, file, content);

/** The same for the outline of a needs assessment. */
export const readAssessmentOutline = (file: string, content: unknown): AssessmentOutline =>
  readOutlineAs(AssessmentOutline, file, content);

function readAll() {
  return {
    'needs-assessment': readAssessmentOutline('needs-assessment.json', needsAssessment),
    'self-evaluation': readOutlineAs(SelfEvaluationOutline, 'self-evaluation.json', selfEvaluation),
    'delivery-plan': readOutline('delivery-plan.json', deliveryPlan),
    evaluation: readOutlineAs(EvaluationOutline, 'evaluation.json', evaluation),
    'local-plan': readOutlineAs(LocalPlanOutline, 'local-plan.json', localPlan),
  };
}

let shelf: ReturnType<typeof readAll> | undefined;

/** The outlines of all documents, each with its sections in the order in which a board reads them. */
export function documentOutlines(): ReturnType<typeof readAll> {
  shelf ??= readAll();
  return shelf;
}

/** The sections of the delivery plan. */
export const deliveryPlanOutline = (): Outline => documentOutlines()['delivery-plan'];

/** The sections of a needs assessment. */
export const assessmentOutline = (): AssessmentOutline => documentOutlines()['needs-assessment'];
