import type { Piece } from '../graph.ts';

/**
 * Words that count fewer than ten people, or tell of one. Research stands in print already, so that only
 * a plain count of people is looked for there. What families said and what staff have seen comes from
 * people nearby: there every small number counts, unless it is plainly no count of people.
 */

/** The words of a piece of evidence that may count fewer than ten people; null when there are none. */
export function fewIn({ kind, more }: Pick<Piece, 'kind' | 'more'>): string | null {
  if (kind !== 'evidence') return null;
  const what = more['what'] ?? '';
  if (more['basis'] === 'research') return FEW_PEOPLE.exec(what)?.[0] ?? null;
  const rest = NO_COUNT.reduce((text, pattern) => text.replace(pattern, ' … '), what);
  for (const pattern of [FEW_PEOPLE, SMALL_NUMBER, ONE_PERSON, ONE_SPEAKS]) {
    const found = pattern.exec(rest);
    if (found !== null) return found[0].trim();
  }
  return null;
}

const WORDS = 'one|two|three|four|five|six|seven|eight|nine';
const NUMBER = `(?:[1-9]|${WORDS})`;

/** A count of people under ten, as far as words tell it: `3 mothers`, `two of the families`. */
const FEW_PEOPLE =
  /(?<!\b(?:in|of|per|age|aged|under|over|to)\s)\b([1-9]|one|two|three|four|five|six|seven|eight|nine)\s+(?:of\s+(?:the|our)\s+)?(?:[\p{L}-]+\s+)?(parents?|mothers?|mums?|dads?|fathers?|carers?|grandparents?|families|family|people|persons?|respondents?|members?|practitioners?|children|child|women|men|couples?)\b/iu;

/** A figure from 1 to 9 in any script, alone or before a stroke (`3/24`), or such a number in words. */
const SMALL_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{Nd}]|\\p{Nd}[.,])(?!0)\\p{Nd}(?!\\p{L}|\\p{Nd}|\\.\\p{Nd}|,\\p{Nd}{3})` +
    `|(?<!\\p{L})(?:${WORDS}|both|a few|a handful|a couple|a pair)(?!\\p{L})`,
  'iu',
);

/** What is no count of people: it is taken out before small numbers are looked for. */
const NO_COUNT: readonly RegExp[] = [
  // one in four, 1 in 24; two in five, 9 in 10
  `\\b(?:one|1)[ -]in[ -](?:\\d+|${WORDS}|ten|twenty|a hundred)\\b`,
  `\\b${NUMBER}[ -]in[ -](?:${NUMBER}|ten|10|100|a hundred)\\b`,
  `\\b${NUMBER}(?:\\.\\d+)?\\s*(?:%|per ?cent\\b|percentage points?\\b)`,
  `\\b${NUMBER}[ -](?:half|halves|thirds?|quarters?|fifths?|tenths?)\\b`,
  // aged 3 to 5, children under two, 2-year-olds, nine months
  `\\bage[ds]?\\s+(?:of\\s+)?${NUMBER}(?:\\s*(?:-|–|to|and|or)\\s*${NUMBER})?\\b`,
  `\\b(?:child|children|bab(?:y|ies)|toddlers?|infants?|boys|girls)\\s+(?:under|over)\\s+${NUMBER}\\b`,
  `\\b${NUMBER}[ -](?:years?|months?|weeks?|days?|hours?|minutes?|miles?|times|am|pm)(?:[ -]olds?)?(?![\\p{L}-])`,
  `\\b(?:year|stage|wave|round|quarter|table|figure|question|page)\\s+[1-9]\\b`,
  `£\\s?[1-9]\\b`,
  `\\b(?:no one|one another|one[ -]to[ -]one|one[ -]stop)\\b`,
].map((pattern) => new RegExp(pattern, 'giu'));

const PERSON =
  '(?:parent|mother|mum|mom|dad|father|carer|grandparent|grandmother|grandfather|grandma|granddad|nan|' +
  'guardian|family|couple|person|woman|man|girl|boy|child|baby|toddler|teenager|respondent|participant|' +
  'member|practitioner|worker|volunteer|nurse|midwife|teacher|visitor)';
/** Words after which it is a thing that bears the word: a family hub, a parent panel, a child's bed. */
const A_THING =
  '(?![\\s-]+(?:hubs?|centres?|panels?|carers?|groups?|supports?|supporters?|workers?|visitors?|' +
  'services?|health|development|life|home|learning|care|clinics?|courses?|classes|sessions?|' +
  'programmes?|plans?|reviews?|checks?|surveys?|forums?|networks?|protection|benefit|benefits)\\b)';

/** One person: `a mother told us`, `another young single parent`. */
const ONE_PERSON = new RegExp(
  `\\b(?:an?|another|a single)\\s+(?:(?!(?:of|for|in|to|with|and|or|at|by|that|where|who|each|every)\\b)` +
    `[\\p{L}'’-]+\\s+){0,3}${PERSON}(?![\\p{L}'’])${A_THING}`,
  'iu',
);

const SPEAKS = '(?:said|says|told|tells|asked|asks|wrote|felt|feels|reported|described|explained)';
/** One person who speaks: `she told us`, `the father said`. */
const ONE_SPEAKS = new RegExp(
  `\\b(?:she|he|(?:the|this|that|our)\\s+(?:[\\p{L}-]+\\s+)?${PERSON})\\s+(?:\\p{L}+\\s+)?${SPEAKS}\\b`,
  'iu',
);
