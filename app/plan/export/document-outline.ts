import { outlineWith, type DocumentOutline } from '#app/documents/outline.ts';

/** The sections that a delivery plan can have; each is written by a function in section-blocks.ts. */
const SECTIONS = [
  'summary',
  'theory',
  'lines',
  'timeline',
  'money',
  'cost-benefit',
  'coverage',
  'hubs',
  'duties',
  'outcomes',
  'governance',
  'sharing',
  'communications',
  'evidence',
  'thread',
  'missing',
  'method',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** The outline of the delivery plan. */
export const Outline = outlineWith(SECTIONS);
export type Outline = DocumentOutline<SectionId>;
