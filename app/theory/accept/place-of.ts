import { links } from '#app/http/links.ts';
import type { Place } from '../checks/finding.ts';
import { BOX_TYPES, TYPE_WORDS } from '../graph.ts';

/** Where a finding is put right that is about something outside the theory; null where nowhere. */
export function placeOf(
  programmeId: string,
  { kind, id }: Place,
  mayEdit: boolean,
): { href: string; words: string } | null {
  switch (kind) {
    case 'need':
      return { href: links.need(programmeId, id), words: 'See the need' };
    case 'theme':
      return { href: links.theme(programmeId, id), words: 'See the theme' };
    case 'plan-line':
      return { href: links.planLine(programmeId, id), words: 'See the plan line' };
    case 'plan':
      return { href: links.plan(programmeId), words: 'See the plan' };
    case 'coverage':
      return { href: links.coverage(programmeId), words: 'See what is covered' };
    case 'money':
      return { href: links.money(programmeId), words: 'See the money' };
    case 'register':
      return { href: links.register(programmeId), words: 'See the register of needs' };
    case 'missing':
      return { href: links.missing(programmeId, id), words: 'See who is missing' };
    case 'walk':
      return { href: links.walk(programmeId, id), words: 'See what they said' };
    case 'measures':
      return { href: links.measures(programmeId), words: 'See the measures' };
    case 'measure':
      return { href: links.measure(programmeId, id), words: 'See the measure' };
    case 'add-measure':
      return mayEdit ? { href: links.addMeasure(programmeId, id), words: 'Add a measure' } : null;
    case 'about':
      return mayEdit
        ? { href: links.aboutTheory(programmeId), words: 'Say it of the whole theory' }
        : null;
    case 'add': {
      const type = BOX_TYPES.find((one) => one === id);
      if (type === undefined || !mayEdit) return null;
      const name = TYPE_WORDS[type].one.toLowerCase();
      const article = /^[aeiou]/.test(name) ? 'an' : 'a';
      return { href: links.addToTheory(programmeId, type), words: `Add ${article} ${name}` };
    }
  }
}
