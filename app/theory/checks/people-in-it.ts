import { jargonWords } from '#templates/words/jargon.ts';
import { findListed } from '#app/survey/wording/word-list.ts';
import { OUTCOME_TYPES, type BoxType } from '../graph.ts';
import { quoted, type Remark } from './finding.ts';
import { isOutcome, type Reading } from './reading.ts';

/** TOC-W03 and TOC-W05 to W08: whether the words say who acts, who changes, and so that all can read it. */
export function peopleInIt(reading: Reading): Remark[] {
  return [
    ...countsOfDelivery(reading),
    ...vague(reading),
    ...whoChanges(reading),
    ...whoActs(reading),
    ...wordsOfServices(reading),
  ];
}

const DELIVERED =
  /\b(sessions?|workshops?|class(es)?|courses?|visits?|attendances?|attendees|appointments?|leaflets?|places)\b/i;
const HOW_MANY =
  /^(number of|attendance at|\d+|(one|two|three|four|five|six|ten|twenty|thirty|forty|fifty|sixty|a hundred) )/i;

function countsOfDelivery({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter((box) => isOutcome(box) && HOW_MANY.test(box.label.trim()) && DELIVERED.test(box.label))
    .map((box) => ({
      id: 'TOC-W03',
      targets: [box.id],
      message: `${quoted(box.label)} counts what is delivered, not what changes.`,
      why: 'A full room says that people came, not that it helped.',
      todo: 'Make the box an output, and say what is different afterwards and for whom.',
    }));
}

const VAGUE =
  /\b(support(s|ed|ing|ive)?|engage\w*|empower\w*|awareness|holistic\w*|resilien\w*|wellbeing)\b/i;
const PEOPLE =
  /\b(parents?|carers?|fathers?|mothers?|dads?|mums?|child(ren)?|bab(y|ies)|infants?|toddlers?|famil(y|ies)|young people|teenagers?|grandparents?|households?|[a-z]+-year-olds?|people|staff|practitioners?|midwi(fe|ves)|teachers?|volunteers?|residents?)\b/i;
/** Up to so many words have no room for what is supported or who is engaged. */
const FEW_WORDS = 3;

function vague({ theory }: Reading): Remark[] {
  return theory.boxes.flatMap((box): Remark[] => {
    const words = box.label.trim().split(/\s+/).length;
    if (!VAGUE.test(box.label) || words > FEW_WORDS || PEOPLE.test(box.label)) return [];
    return [
      {
        id: 'TOC-W05',
        targets: [box.id],
        message: `${quoted(box.label)} can mean anything: it does not say who, or in what.`,
        why: 'Two people who agree on a vague word may mean opposite things.',
        todo: 'Say who does or feels what.',
      },
    ];
  });
}

function whoChanges({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter(
      (box) =>
        isOutcome(box) && (box.more['benefits'] ?? '').trim() === '' && !PEOPLE.test(box.label),
    )
    .map((box) => ({
      id: 'TOC-W06',
      targets: [box.id],
      message: `${quoted(box.label)} does not say for whom.`,
      why: 'Only when the group is named can anybody see who is left out.',
      todo: 'Name the group in the box, or under “Who it is for”.',
    }));
}

function whoActs({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter((box) => box.type === 'activity' && (box.more['lead'] ?? '').trim() === '')
    .map((box) => ({
      id: 'TOC-W07',
      targets: [box.id],
      message: `Nobody is named who leads ${quoted(box.label)}.`,
      why: 'What nobody leads does not happen.',
      todo: 'Name the organisation or the role under “Who leads it”.',
    }));
}

/** What families are shown: the rest is our own business. */
const FOR_FAMILIES: ReadonlySet<BoxType> = new Set([
  'need',
  'mechanism',
  ...OUTCOME_TYPES,
  'impact',
  'aim',
]);

function wordsOfServices({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter(({ type }) => FOR_FAMILIES.has(type))
    .flatMap((box): Remark[] => {
      const [word] = findListed(box.label, jargonWords);
      if (word === undefined) return [];
      return [
        {
          id: 'TOC-W08',
          targets: [box.id],
          message: `${quoted(box.label)}: families do not say “${word.found}”.`,
          why: 'Parents on the panel must be able to read it and say whether it is true.',
          todo: `Say it plainly: ${word.instead}.`,
        },
      ];
    });
}
