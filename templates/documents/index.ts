import { Outline } from '#app/plan/document-outline.ts';
import deliveryPlan from './delivery-plan.json';

/** Reads the outline of a document. Throws with its file and the path inside it when it is wrong. */
export function readOutline(file: string, content: unknown): Outline {
  const read = Outline.safeParse(content);
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
