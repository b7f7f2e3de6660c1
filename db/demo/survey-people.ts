import type { Chance } from './chance.ts';

/** One made-up family's answers, as the family survey stores them. */
export type FamilyAnswers = Record<string, unknown>;

const PLACES = { aldermere: 27, brookside: 24, 'canal-quarter': 15, dunsley: 19, eastmoor: 15 };
export type Place = keyof typeof PLACES;

const RELATIONSHIPS = {
  mother: 80,
  father: 4.8,
  grandparent: 4.5,
  'step-parent': 1.5,
  'kinship-carer': 1.8,
  'foster-carer': 1.6,
  expecting: 3,
  other: 0.6,
  refused: 1.6,
  '': 1.6,
};

export interface Family {
  place: Place;
  who: keyof typeof RELATIONSHIPS;
  ages: string[];
  send: string;
  hubUse: string;
  dice: Chance;
}

export function someFamily(dice: Chance): Family {
  const place = dice.weighted(PLACES);
  const who = dice.weighted(RELATIONSHIPS);
  const ages = agesFor(who, dice);
  const hubUse = dice.weighted(
    place === 'eastmoor'
      ? { often: 7, sometimes: 12, once: 11, knew: 38, 'never-heard': 32 }
      : who === 'father' || who === 'grandparent'
        ? { often: 8, sometimes: 20, once: 17, knew: 33, 'never-heard': 22 }
        : { often: 25, sometimes: 23, once: 9, knew: 26, 'never-heard': 17 },
  );
  const send = dice.weighted({ yes: 15, waiting: 9, no: 68, dontknow: 6, refused: 2 });
  return { place, who, ages, send, hubUse, dice };
}

function agesFor(who: Family['who'], dice: Chance): string[] {
  if (who === 'expecting') return ['none'];
  const chances: Record<string, number> =
    who === 'grandparent' || who === 'foster-carer' || who === 'kinship-carer'
      ? { 'under-1': 0.08, '1-2': 0.25, '3-4': 0.4, '5-10': 0.55, '11-17': 0.3, '18-25': 0.05 }
      : { 'under-1': 0.28, '1-2': 0.42, '3-4': 0.38, '5-10': 0.33, '11-17': 0.12, '18-25': 0.03 };
  const ages = Object.keys(chances).filter((age) => dice.happens(chances[age] ?? 0));
  return ages.length === 0 ? ['1-2'] : ages;
}

export function aboutYou({ dice, place, who }: Family): FamilyAnswers {
  const older = who === 'grandparent' || who === 'foster-carer' || who === 'kinship-carer';
  const area = dice.weighted({ [place]: 93, other: 1, refused: 4, '': 2 });
  const sex =
    who === 'mother' || who === 'expecting'
      ? dice.weighted({ female: 96, refused: 2, '': 2 })
      : who === 'father'
        ? dice.weighted({ male: 97, refused: 2, '': 1 })
        : dice.weighted({ female: 70, male: 24, refused: 4, '': 2 });
  const ethnicGroup = dice.weighted(
    place === 'canal-quarter'
      ? { white: 52, mixed: 6, asian: 22, black: 12, 'other-group': 4, refused: 3, '': 1 }
      : { white: 84, mixed: 4, asian: 6, black: 2, 'other-group': 1, refused: 2, '': 1 },
  );
  const disability = dice.weighted({ yes: 17, no: 76, refused: 5, '': 2 });
  return {
    area,
    ...(area === 'other' ? { 'area-Comment': 'Just over the border' } : {}),
    relationship: who,
    sex,
    ageBand: dice.weighted(
      older
        ? { '35-44': 10, '45-54': 30, '55-64': 38, '65-over': 18, refused: 2, '': 2 }
        : {
            'under-18': 1,
            '18-24': 11,
            '25-34': 46,
            '35-44': 33,
            '45-54': 6,
            refused: 1.5,
            '': 1.5,
          },
    ),
    ethnicGroup,
    ...secondStep(ethnicGroup, dice),
    disability,
    ...(disability === 'yes'
      ? {
          disabilityLimits: dice.weighted({ 'a-lot': 30, 'a-little': 52, 'not-at-all': 14, '': 4 }),
        }
      : {}),
    ...(who === 'other' ? { 'relationship-Comment': 'Family friend' } : {}),
  };
}

function secondStep(group: string, dice: Chance): FamilyAnswers {
  switch (group) {
    case 'white':
      return {
        ethnicWhite: dice.weighted({
          'white-british': 87,
          'white-irish': 1,
          'white-gypsy-traveller': 0.8,
          'white-other': 10,
          '': 1,
        }),
      };
    case 'mixed':
      return {
        ethnicMixed: dice.weighted({
          'mixed-white-black-caribbean': 4,
          'mixed-white-black-african': 2,
          'mixed-white-asian': 3,
          'mixed-other': 1,
        }),
      };
    case 'asian':
      return {
        ethnicAsian: dice.weighted({
          'asian-pakistani': 6,
          'asian-indian': 3,
          'asian-bangladeshi': 2,
          'asian-chinese': 1,
          'asian-other': 1,
        }),
      };
    case 'black':
      return {
        ethnicBlack: dice.weighted({ 'black-african': 6, 'black-caribbean': 3, 'black-other': 1 }),
      };
    case 'other-group':
      return { ethnicOther: dice.weighted({ arab: 1, 'any-other': 1 }) };
    default:
      return {};
  }
}
