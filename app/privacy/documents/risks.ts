/** The risks that every such programme has, with what stands against each here. The authority rates them. */
export interface Risk {
  id: string;
  what: string;
  against: string;
  /** As we would rate it before anybody looked: likelihood, severity. */
  likelihood: Rating;
  severity: Rating;
}

export const RATINGS = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
} as const;
export type Rating = keyof typeof RATINGS;

export const isRating = (given: string): given is Rating => Object.hasOwn(RATINGS, given);

export const RISKS: readonly Risk[] = [
  {
    id: 'recognised',
    what: 'A family is recognised by its answers or by a small group that it belongs to',
    against:
      'No name, address or moment is kept with answers; counts below five are not shown; names are taken out of comments before they are quoted; the order of arrival is mixed each night.',
    likelihood: 'low',
    severity: 'high',
  },
  {
    id: 'free-text',
    what: 'Somebody writes about another person, or about harm, in their own words',
    against:
      'Words can be taken out or hidden; worrying words are shown to the safeguarding contact and to nobody else while they are looked at.',
    likelihood: 'medium',
    severity: 'high',
  },
  {
    id: 'account',
    what: 'Somebody signs in as a colleague and reads or takes answers',
    against:
      'Roles, sign-in by the authority’s own directory or a second step, confirmation before answers leave, and a log of who read what.',
    likelihood: 'low',
    severity: 'high',
  },
  {
    id: 'kept',
    what: 'Data is kept for longer than people were told, or comes back from a backup',
    against:
      'Every kind of thing has a day on which the server deletes it; backups have a clock of their own; what was erased is erased again after a restore.',
    likelihood: 'low',
    severity: 'medium',
  },
  {
    id: 'excluded',
    what: 'People who cannot or will not use the web are left out, and decisions lean the other way',
    against:
      'Paper, telephone, interviews and outreach beside the web; other languages than English; the page that says which families are missing; weights that are shown and never hidden.',
    likelihood: 'medium',
    severity: 'medium',
  },
  {
    id: 'pressure',
    what: 'Members of the panel feel bound to take part, or fear for the help that they get',
    against:
      'They may leave and be erased by themselves at any time; their answers are not shown with their names; they are paid whatever they say.',
    likelihood: 'low',
    severity: 'medium',
  },
  {
    id: 'lost',
    what: 'The database, a tablet or a backup is lost or stolen',
    against:
      'Passwords and links are kept as digests only; tablets hold sealed answers that nobody can open there; the disk’s encryption is the authority’s to see to.',
    likelihood: 'low',
    severity: 'high',
  },
];

/** Likelihood and severity together, as a matrix of three by three says it. */
export function overall(likelihood: Rating, severity: Rating): Rating {
  const worth = { low: 1, medium: 2, high: 3 };
  const product = worth[likelihood] * worth[severity];
  return product >= 6 ? 'high' : product >= 3 ? 'medium' : 'low';
}
