import { chanceFrom, type Chance } from './chance.ts';
import { OTHER_WORDS } from './survey-comments.ts';
import {
  aboutYou,
  someFamily,
  type Family,
  type FamilyAnswers,
  type Place,
} from './survey-people.ts';
import { wordsOf } from './survey-words.ts';

/** How likely each barrier is for anybody, before who they are and where they live. */
const BARRIERS = {
  transport: 0.17,
  'opening-hours': 0.27,
  'not-told': 0.22,
  stigma: 0.12,
  cost: 0.12,
  language: 0.04,
  access: 0.06,
  childcare: 0.13,
  'not-for-me': 0.08,
  waiting: 0.11,
} as const;
type Barrier = keyof typeof BARRIERS;

/** Made-up families in the proportions of a real return: mostly mothers, few fathers. */
export function madeUpFamilies(count: number, seed: number): FamilyAnswers[] {
  const dice = chanceFrom(seed);
  const said = new Set<string>();
  return Array.from({ length: count }, () => answersOf(someFamily(dice), said));
}

function answersOf(family: Family, said: Set<string>): FamilyAnswers {
  const { dice, who, place, ages, send, hubUse } = family;
  const uses = ['often', 'sometimes', 'once'].includes(hubUse);
  const barriers = barriersOf(family);
  const support = supportOf(family);
  const about = aboutYou(family);
  const answers: FamilyAnswers = {
    childrenAges: ages,
    pregnancy: who === 'expecting' ? 'yes' : dice.weighted({ yes: 9, no: 88, refused: 1, '': 2 }),
    send: ages.includes('none') ? undefined : send,
    hubUse,
    travel: travelOf(place, dice),
    ...barriers,
    ...detailsOf(barriers['barriers'] as string[], dice),
    ...support,
    wayToGetHelp: waysOf(family),
    ...about,
  };
  if (uses) Object.assign(answers, ofUsers(family));
  if (hubUse !== 'never-heard' && dice.happens(0.94)) {
    Object.assign(answers, withOther('heardFrom', heardFrom(dice), dice, 0.03));
  }
  const words = wordsOf(family, { ...barriers, ...support, ...about }, said);
  if (words !== null) {
    answers['oneThing'] = words;
    answers['quoteAllowed'] = dice.happens(0.72) ? 'yes' : 'no';
  }
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== '' && answer !== undefined),
  );
}

function barriersOf({ dice, place, who, hubUse, send }: Family): FamilyAnswers {
  const likelier: Partial<Record<Barrier, number>> = {};
  const add = (barrier: Barrier, more: number) => {
    likelier[barrier] = (likelier[barrier] ?? 0) + more;
  };
  if (place === 'eastmoor') add('transport', 0.44);
  if (place === 'dunsley') add('transport', 0.14);
  if (place === 'canal-quarter') {
    add('language', 0.19);
    add('stigma', 0.1);
    add('cost', 0.13);
  }
  if (who === 'father') {
    add('not-for-me', 0.42);
    add('opening-hours', 0.25);
  }
  if (who === 'grandparent' || who === 'foster-carer') add('not-for-me', 0.2);
  if (hubUse === 'never-heard') add('not-told', 0.4);
  if (hubUse === 'often') add('not-told', -0.14);
  if (send === 'yes' || send === 'waiting') {
    add('access', 0.14);
    add('waiting', 0.26);
  }
  const met = (Object.keys(BARRIERS) as Barrier[]).filter((barrier) =>
    dice.happens(BARRIERS[barrier] + (likelier[barrier] ?? 0)),
  );
  if (met.length === 0) return { barriers: ['none'] };
  return withOther('barriers', met, dice, 0.04);
}

function detailsOf(barriers: readonly string[], dice: Chance): FamilyAnswers {
  const details: FamilyAnswers = {};
  if (barriers.includes('opening-hours')) {
    const wanted = {
      'weekday-morning': 0.08,
      'weekday-afternoon': 0.12,
      'after-school': 0.34,
      evening: 0.52,
      saturday: 0.66,
      sunday: 0.24,
    };
    const hours = Object.entries(wanted).filter(([, likely]) => dice.happens(likely));
    details['hoursWanted'] = hours.length === 0 ? ['saturday'] : hours.map(([hour]) => hour);
  }
  if (barriers.includes('transport')) {
    details['transportProblem'] = dice.weighted({
      'no-bus': 38,
      'too-far': 21,
      fares: 17,
      pram: 16,
      unsafe: 6,
      '': 2,
    });
  }
  if (barriers.includes('language')) {
    details['languageWanted'] = dice.oneOf([
      'Polish',
      'Polish',
      'Urdu',
      'Romanian',
      'Arabic',
      'Ukrainian',
      'Portuguese',
    ]);
  }
  return details;
}

function supportOf({ dice, ages, who, send, place }: Family): FamilyAnswers {
  const baby = ages.includes('under-1') || ages.includes('none');
  const small = baby || ages.includes('1-2') || ages.includes('3-4');
  const likely: Record<string, number> = {
    feeding: baby ? 0.4 : 0.02,
    sleep: baby ? 0.38 : small ? 0.18 : 0.02,
    behaviour: small ? 0.24 : 0.18,
    'talking-learning': small ? 0.27 : 0.05,
    'send-support': send === 'yes' ? 0.7 : send === 'waiting' ? 0.55 : 0.02,
    wellbeing: who === 'father' ? 0.14 : 0.25,
    relationship: 0.08,
    'meeting-others': small ? 0.27 : 0.1,
    'for-dads': who === 'father' ? 0.72 : 0.05,
    money: place === 'canal-quarter' ? 0.34 : 0.17,
    childcare: small ? 0.2 : 0.06,
    teenagers: ages.includes('11-17') ? 0.5 : 0.01,
  };
  const wanted = Object.keys(likely).filter((code) => dice.happens(likely[code] ?? 0));
  // At most three may be chosen: later ones give way at random, not by their place in the list.
  while (wanted.length > 3) wanted.splice(dice.below(wanted.length), 1);
  if (wanted.length === 0) return { support: ['none'] };
  return wanted.length < 3 ? withOther('support', wanted, dice, 0.03) : { support: wanted };
}

function withOther(name: string, codes: string[], dice: Chance, likely: number): FamilyAnswers {
  if (!dice.happens(likely)) return { [name]: codes };
  const words = dice.oneOf(OTHER_WORDS[name] ?? ['Something different']);
  return { [name]: [...codes, 'other'], [`${name}-Comment`]: words };
}

function travelOf(place: Place, dice: Chance): string {
  return dice.weighted(
    place === 'eastmoor'
      ? { walk: 8, bus: 30, car: 38, lift: 14, cycle: 1, dontknow: 7, '': 2 }
      : { walk: 46, bus: 20, car: 24, lift: 5, cycle: 2, train: 1, dontknow: 1, '': 1 },
  );
}

function waysOf({ dice, place, who }: Family): string[] | undefined {
  const likely: Record<string, number> = {
    hub: 0.58,
    'near-home': place === 'eastmoor' ? 0.68 : 0.36,
    'home-visit': 0.26,
    phone: 0.16,
    video: 0.1,
    messages: who === 'father' ? 0.4 : 0.3,
    website: 0.22,
  };
  const ways = Object.keys(likely).filter((way) => dice.happens(likely[way] ?? 0));
  return ways.length === 0 ? undefined : ways;
}

function heardFrom(dice: Chance): string[] {
  const likely = {
    health: 0.44,
    school: 0.21,
    friends: 0.37,
    online: 0.33,
    leaflet: 0.08,
    community: 0.06,
    passing: 0.12,
  };
  const ways = Object.entries(likely).filter(([, chance]) => dice.happens(chance));
  return ways.length === 0 ? ['friends'] : ways.map(([way]) => way);
}

function ofUsers({ dice, ages, send, who }: Family): FamilyAnswers {
  const small = ages.some((age) => ['under-1', '1-2', '3-4', 'none'].includes(age));
  const likely: Record<string, number> = {
    'baby-groups': small ? 0.64 : 0.1,
    midwife: ages.includes('under-1') || ages.includes('none') ? 0.6 : 0.24,
    feeding: ages.includes('under-1') ? 0.34 : 0.08,
    parenting: 0.2,
    'talking-learning': small ? 0.26 : 0.08,
    'send-support': send === 'yes' ? 0.4 : 0.03,
    wellbeing: 0.14,
    money: 0.13,
  };
  const used = Object.keys(likely).filter((code) => dice.happens(likely[code] ?? 0));
  const satisfaction = Number(
    dice.weighted(
      who === 'father'
        ? { '5': 16, '4': 34, '3': 32, '2': 14, '1': 4 }
        : { '5': 43, '4': 34, '3': 14, '2': 6, '1': 3 },
    ),
  );
  return {
    ...withOther('servicesUsed', used.length === 0 ? ['baby-groups'] : used, dice, 0.04),
    satisfaction,
    difference:
      satisfaction >= 4
        ? dice.weighted({ 'a-lot': 52, 'a-little': 32, no: 6, 'too-soon': 9, '': 1 })
        : dice.weighted({ 'a-lot': 5, 'a-little': 38, no: 45, 'too-soon': 11, '': 1 }),
  };
}
