import type { Obstacle } from '#app/plan/sign-off.ts';
import { moneyFindings, type FindingKind } from './findings.ts';
import type { Accounts } from './money.ts';

type MoneyObstacle = 'over-year' | 'ring-fence' | 'capital' | 'outside-dates' | 'years-differ';

const SAYS: Readonly<Record<MoneyObstacle, { says: (n: number) => string; todo: string }>> = {
  'over-year': {
    says: (n) =>
      `${n} ${n === 1 ? 'year of a funding stream is' : 'years of funding streams are'} promised more than once`,
    todo: 'Move costs to another year or stream.',
  },
  'ring-fence': {
    says: (n) =>
      `${n} ${n === 1 ? 'cost is' : 'costs are'} paid from money that may not pay for ${n === 1 ? 'it' : 'them'}`,
    todo: 'Pay for each from another stream, or correct its strand or kind.',
  },
  capital: {
    says: (n) =>
      `${n} ${n === 1 ? 'cost mixes' : 'costs mix'} capital and revenue against what the stream pays for`,
    todo: 'Pay for each from another stream, or correct what it is.',
  },
  'outside-dates': {
    says: (n) =>
      `${n} ${n === 1 ? 'cost lies' : 'costs lie'} in a year in which the stream does not pay`,
    todo: 'Pay for each from another stream, or move it.',
  },
  'years-differ': {
    says: (n) =>
      `The years of ${n} funding ${n === 1 ? 'stream do' : 'streams do'} not add up to what ${n === 1 ? 'it holds' : 'they hold'}`,
    todo: 'Correct the years, or what the stream holds.',
  },
};
const MONEY_OBSTACLES = Object.keys(SAYS) as MoneyObstacle[];

/** What the money of a plan puts in the way of its sign-off, beside over-commitment of a stream. */
export function moneyObstacles(accounts: Accounts): Obstacle[] {
  const found = moneyFindings(accounts);
  return MONEY_OBSTACLES.flatMap((id): Obstacle[] => {
    const about = found.filter(({ kind }) => kind === (id satisfies FindingKind));
    if (about.length === 0) return [];
    const { says, todo } = SAYS[id];
    return [
      {
        id,
        says: says(about.length),
        todo,
        fixedOn: 'money',
        about: about.map((each) => each.says),
      },
    ];
  });
}
