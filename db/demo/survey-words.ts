import type { Chance } from './chance.ts';
import { AND_ALSO, COMMENTS } from './survey-comments.ts';
import type { Family, FamilyAnswers, Place } from './survey-people.ts';

/** Sentences that only some people would write. */
const ONLY: readonly { words: RegExp; who?: readonly string[]; ageBand?: string; place?: Place }[] =
  [
    { words: /Eastmoor/, place: 'eastmoor' },
    { words: /Dunsley/, place: 'dunsley' },
    { words: /Brookside/, place: 'brookside' },
    { words: /Canal Quarter/, place: 'canal-quarter' },
    {
      words: /only dad|[Mm]y wife|when she was ill|addressed to mum|my kids at weekends/,
      who: ['father'],
    },
    { words: /grandad/, who: ['grandparent'] },
    { words: /I foster/, who: ['foster-carer'] },
    {
      words: /Two mums|After the birth|bad birth|would not latch|made to feel guilty/,
      who: ['mother'],
    },
    { words: /I am nineteen/, who: ['mother'], ageBand: '18-24' },
  ];

/** What a family writes is about what it ticked, or about who it is; some write nothing. */
export function wordsOf(family: Family, answers: FamilyAnswers, said: Set<string>): string | null {
  const { dice, who, hubUse } = family;
  if (!dice.happens(who === 'father' || who === 'grandparent' ? 0.75 : 0.5)) return null;
  const topics = [
    ...(answers['barriers'] as string[]),
    ...(answers['support'] as string[]).map((code) =>
      code === 'childcare' ? 'find-childcare' : code,
    ),
    ...(who === 'grandparent' ? ['grandparents'] : []),
    ...(hubUse === 'often' ? ['praise'] : []),
  ];
  const fitting = topics
    .flatMap((topic) => COMMENTS[topic] ?? [])
    .filter((sentence) => fits(sentence, family, answers));
  const first = sentenceFor(fitting, dice, said);
  if (first === null) return null;
  const second = dice.happens(0.3) ? sentenceFor(fitting, dice, said) : null;
  if (second === null || second === first) return first;
  const also = dice.oneOf(AND_ALSO);
  return `${first} ${also}${also === '' ? second : lowered(second)}`;
}

function fits(sentence: string, { who, place }: Family, answers: FamilyAnswers): boolean {
  return ONLY.filter(({ words }) => words.test(sentence)).every(
    (only) =>
      (only.who?.includes(who) ?? true) &&
      (only.place ?? place) === place &&
      (only.ageBand ?? answers['ageBand']) === answers['ageBand'],
  );
}

/** A sentence that nobody wrote before; else, seldom, one that somebody else also wrote. */
function sentenceFor(fitting: readonly string[], dice: Chance, said: Set<string>): string | null {
  const fresh = fitting.filter((sentence) => !said.has(sentence));
  if (fresh.length === 0) {
    return fitting.length > 0 && dice.happens(0.12) ? dice.oneOf(fitting) : null;
  }
  const sentence = dice.oneOf(fresh);
  said.add(sentence);
  return sentence;
}

function lowered(sentence: string): string {
  const proper = /^(I\b|Eastmoor|Saturday|Polish|My ex|Open on)/.test(sentence);
  return proper ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
