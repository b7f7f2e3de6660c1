import { outlineWith, type DocumentOutline } from '#app/documents/outline.ts';

/** The sections that a needs assessment can have; each is written by a function in this folder. */
const SECTIONS = [
  'summary',
  'answered',
  'findings',
  'words',
  'figures',
  'places',
  'needs',
  'priorities',
  'method',
  'unknown',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** The outline of the needs assessment. */
export const AssessmentOutline = outlineWith(SECTIONS);
export type AssessmentOutline = DocumentOutline<SectionId>;
