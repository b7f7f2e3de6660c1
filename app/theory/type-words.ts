import type { BoxType, Theory } from './graph.ts';

/** How a type is called, one and many, and what belongs in it. */
export const TYPE_WORDS: Readonly<
  Record<BoxType, { one: string; many: string; about: string; example: string }>
> = {
  need: {
    one: 'Need',
    many: 'Needs',
    about: 'What families lack or ask for, as the register of needs has it.',
    example: 'Fathers who work cannot come before 6pm',
  },
  rootCause: {
    one: 'Root cause',
    many: 'Root causes',
    about: 'What lies behind a need and would have to change.',
    example: 'Groups run only in working hours',
  },
  input: {
    one: 'Input',
    many: 'Inputs',
    about: 'Money, people, buildings and agreements that the work rests on.',
    example: 'Two family workers for three years',
  },
  activity: {
    one: 'Activity',
    many: 'Activities',
    about: 'What we and our partners will do.',
    example: 'Open two hubs on Thursday evenings and Saturdays',
  },
  output: {
    one: 'Output',
    many: 'Outputs',
    about: 'What the activity directly produces and can be counted.',
    example: 'Forty evening sessions a quarter',
  },
  mechanism: {
    one: 'Mechanism',
    many: 'Mechanisms',
    about: 'What families see, feel or learn that makes them do something differently.',
    example: 'Fathers feel that the hub is for them too',
  },
  earlyOutcome: {
    one: 'Early outcome',
    many: 'Early outcomes',
    about: 'The first change that families notice, within months.',
    example: 'Fathers come to the hub a second time',
  },
  intermediateOutcome: {
    one: 'Intermediate outcome',
    many: 'Intermediate outcomes',
    about: 'A change for families within a year or two.',
    example: 'Fathers take part in their child’s early learning',
  },
  longTermOutcome: {
    one: 'Long-term outcome',
    many: 'Long-term outcomes',
    about: 'A lasting change for families, in three to five years.',
    example: 'Children start school ready to learn',
  },
  laterOutcome: {
    one: 'Later outcome',
    many: 'Later outcomes',
    about: 'What follows from lasting change, after five years or more.',
    example: 'Children keep up through primary school',
  },
  impact: {
    one: 'Impact',
    many: 'Impacts',
    about: 'The difference to the whole place that we contribute to.',
    example: 'The gap in school readiness closes',
  },
  aim: {
    one: 'Aim',
    many: 'Aims',
    about: 'What the whole programme is for, in one sentence.',
    example: 'Every family can get help early, close to home',
  },
  assumption: {
    one: 'Assumption',
    many: 'Assumptions',
    about: 'What has to hold for a step to follow, and is not certain.',
    example: 'Employers let fathers leave in time',
  },
  externalFactor: {
    one: 'External factor',
    many: 'External factors',
    about: 'What helps or hinders and is not in our hands.',
    example: 'Bus services in the evening',
  },
  risk: {
    one: 'Risk',
    many: 'Risks',
    about: 'What could go wrong, or do harm, and what we would do then.',
    example: 'Families who need most come least',
  },
};

/** The key under which a theory keeps an authority's own name for a type, such as `nameImpact`. */
export function nameKey(type: BoxType): `name${string}` {
  return `name${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

/**
 * What this theory calls a type, one and many: the authority's own name where it has given one, such
 * as `Short-term outcomes`, else the usual name.
 */
export function typeName(
  theory: Pick<Theory, 'more'>,
  type: BoxType,
): { one: string; many: string } {
  const many = theory.more[nameKey(type)]?.trim() ?? '';
  if (many === '') return { one: TYPE_WORDS[type].one, many: TYPE_WORDS[type].many };
  return { one: single(many), many };
}

/**
 * One of many, for English headings: `Strategies` to `Strategy`, `Medium-term outcomes` to `… outcome`,
 * `Changes in the first two years` to `Change in the first two years`.
 */
function single(name: string): string {
  const said = /^(.+?)(\s(?:after|at|by|for|from|in|of|on|over|that|to|we|who|with|within)\s.*)?$/i;
  const [, many = name, rest = ''] = said.exec(name) ?? [];
  return `${singleWord(many)}${rest}`;
}

function singleWord(many: string): string {
  if (/[^aeiou]ies$/i.test(many)) return `${many.slice(0, -3)}y`;
  if (/(ss|us|is)$/i.test(many)) return many;
  return many.replace(/s$/, '');
}
