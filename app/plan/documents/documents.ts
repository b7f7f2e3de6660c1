import { EXPORT_FORMATS, type ExportFormat } from '#app/plan/export/export.ts';

/** The documents of an authority, in the order of the line. */
export const DOCUMENT_IDS = [
  'needs-assessment',
  'self-evaluation',
  'delivery-plan',
  'evaluation',
  'local-plan',
] as const;
export type DocumentId = (typeof DOCUMENT_IDS)[number];

export interface DocumentAbout {
  id: DocumentId;
  /** What it is called on the command line. */
  short: string;
  /** Who reads it and for what. */
  for: string;
  formats: readonly ExportFormat[];
  /** The section that says what is missing, in which hidden sections are named too. */
  gaps: string;
}

const PRINTED = ['docx', 'pdf', 'html', 'json'] as const;

export const DOCUMENTS: Readonly<Record<DocumentId, DocumentAbout>> = {
  'needs-assessment': {
    id: 'needs-assessment',
    short: 'needs',
    for: 'What families need, how we know and how sure we can be: for whoever decides what comes first.',
    formats: PRINTED,
    gaps: 'unknown',
  },
  'self-evaluation': {
    id: 'self-evaluation',
    short: 'self-evaluation',
    for: 'How far the authority is by the principles of family hubs, what shows it, and what it will improve.',
    formats: PRINTED,
    gaps: 'missing',
  },
  'delivery-plan': {
    id: 'delivery-plan',
    short: 'plan',
    for: 'Who does what by when for how much, answered to the guidance line by line: what a board signs.',
    formats: EXPORT_FORMATS,
    gaps: 'missing',
  },
  evaluation: {
    id: 'evaluation',
    short: 'evaluation',
    for: 'What was done, whom it reached, what changed, what it cost and what nobody knows: for a board and funders.',
    formats: PRINTED,
    gaps: 'unknown',
  },
  'local-plan': {
    id: 'local-plan',
    short: 'local-plan',
    for: 'The Best Start local plan, as far as what it has to hold is known; the rest is for the authority to confirm.',
    formats: PRINTED,
    gaps: 'missing',
  },
};

export const isDocumentId = (word: string | undefined): word is DocumentId =>
  DOCUMENT_IDS.some((id) => id === word);

/** A document by what it is called on the command line or in an address. */
export function documentNamed(word: string | undefined): DocumentId | null {
  return DOCUMENT_IDS.find((id) => id === word || DOCUMENTS[id].short === word) ?? null;
}

/** "evaluation-best-start-in-northmere-2026-02-03.docx": readable, and safe as a file name anywhere. */
export function documentFileName(
  id: DocumentId,
  title: string,
  madeOn: string,
  format: ExportFormat,
): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${id}-${name === '' ? 'programme' : name}-${madeOn}.${format}`;
}
