import type { z } from 'zod';
import { AssessmentOutline } from '#app/needs/document/outline.ts';
import { Outline } from '#app/plan/document-outline.ts';
import deliveryPlan from './delivery-plan.json';
import needsAssessment from './needs-assessment.json';

/** Reads the outline of a document. Throws with its file and the path inside it when it is wrong. */
export function readOutline(file: string, content: unknown): Outline {
  return readAs(Outline, file, content);
}

/** The same for the outline of a needs assessment. */
export function readAssessmentOutline(file: string, content: unknown): AssessmentOutline {
  return readAs(AssessmentOutline, file, content);
}

function readAs<T>(shape: z.ZodType<T>, file: string, content: unknown): T {
  const read = shape.safeParse(content);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`templates/documents/${file} cannot be used:\n${wrong.join('\n')}`);
}

let shelf: Outline | undefined;

/** The sections of the delivery plan, in the order in which a board reads them. */
export function deliveryPlanOutline(): Outline {
  shelf ??= readOutline('delivery-plan.json', deliveryPlan);
  return shelf;
}

let assessmentShelf: AssessmentOutline | undefined;

/** The sections of a needs assessment, in the order in which a board reads them. */
export function assessmentOutline(): AssessmentOutline {
  assessmentShelf ??= readAssessmentOutline('needs-assessment.json', needsAssessment);
  return assessmentShelf;
}
