import type { Block, DocumentSection } from './blocks.ts';

/** Sections that stand on pages of one orientation, and which of them begin a page. */
export interface PageRun {
  landscape: boolean;
  sections: { section: DocumentSection; newPage: boolean }[];
}

/**
 * How sections lie on paper. Neighbours of one orientation share their pages' setting; each begins a
 * page of its own, but a short one follows a short one on the same page. A section is landscape only
 * where it has something that needs the width.
 */
export function pageRuns(sections: readonly DocumentSection[]): PageRun[] {
  const runs: PageRun[] = [];
  let before: DocumentSection | null = null;
  for (const section of sections) {
    const landscape = section.landscape && section.blocks.some(isWide);
    const last = runs.at(-1);
    const follows = before !== null && isShort(before) && isShort(section);
    if (last?.landscape === landscape) last.sections.push({ section, newPage: !follows });
    else runs.push({ landscape, sections: [{ section, newPage: false }] });
    before = section;
  }
  return runs;
}

const isWide = ({ type }: Block) => type === 'table' || type === 'picture';

/** What fits in about a third of a page: words and lists, and no table or picture. */
const SHORT = 900;

function isShort({ blocks }: DocumentSection): boolean {
  if (blocks.some((block) => isWide(block) || block.type === 'facts')) return false;
  const letters = blocks.reduce((sum, block) => {
    if (block.type === 'list') return sum + block.items.join('').length + 60 * block.items.length;
    return sum + ('text' in block ? block.text.length + 60 : 0);
  }, 0);
  return letters <= SHORT;
}
