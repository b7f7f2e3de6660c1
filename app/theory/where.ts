import { links } from '#app/http/links.ts';
import type { Theory } from './graph.ts';

/**
 * Where a box or link of a theory is changed on pages without script, or where a reader sees the box;
 * null for what is not there, and for links that a reader cannot open.
 */
export function whereIn(theory: Theory, programmeId: string, mayEdit: boolean) {
  return (id: string): { href: string; words: string } | null => {
    if (theory.boxes.some((box) => box.id === id)) {
      return mayEdit
        ? { href: links.theoryBox(programmeId, id), words: 'Change the box' }
        : { href: `${links.theoryOutline(programmeId)}#box-${id}`, words: 'See the box' };
    }
    if (!mayEdit || !theory.links.some((link) => link.id === id)) return null;
    return { href: links.theoryLink(programmeId, id), words: 'Change the link' };
  };
}
