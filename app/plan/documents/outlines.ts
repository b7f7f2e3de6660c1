import { outlineWith, type DocumentOutline } from '#app/documents/outline.ts';

/** The sections that a self-evaluation can have. */
const SELF_EVALUATION_SECTIONS = [
  'summary',
  'ratings',
  'families',
  'hubs',
  'governance',
  'sharing',
  'improve',
  'missing',
  'method',
] as const;
export type SelfEvaluationSection = (typeof SELF_EVALUATION_SECTIONS)[number];
export const SelfEvaluationOutline = outlineWith(SELF_EVALUATION_SECTIONS);
export type SelfEvaluationOutline = DocumentOutline<SelfEvaluationSection>;

/** The sections that an evaluation of impact can have. */
const EVALUATION_SECTIONS = [
  'summary',
  'did',
  'reach',
  'outcomes',
  'change',
  'families',
  'theory',
  'cost',
  'learning',
  'unknown',
  'method',
] as const;
export type EvaluationSection = (typeof EVALUATION_SECTIONS)[number];
export const EvaluationOutline = outlineWith(EVALUATION_SECTIONS);
export type EvaluationOutline = DocumentOutline<EvaluationSection>;

/** The sections that a Best Start local plan can have: those whose contents are known. */
const LOCAL_PLAN_SECTIONS = [
  'vision',
  'needs',
  'gaps',
  'partners',
  'progress',
  'learning',
  'scale',
  'strategies',
  'health',
  'themes',
  'targets',
  'publish',
  'missing',
  'method',
] as const;
export type LocalPlanSection = (typeof LOCAL_PLAN_SECTIONS)[number];
export const LocalPlanOutline = outlineWith(LOCAL_PLAN_SECTIONS);
export type LocalPlanOutline = DocumentOutline<LocalPlanSection>;
