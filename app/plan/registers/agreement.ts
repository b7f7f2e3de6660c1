import { choices } from '#app/needs/registers/choices.ts';
import { valuesOf, type RegisterRow } from '#app/needs/registers/row.ts';
import type { RowSpec } from '#app/needs/registers/spec.ts';
import type { Problem } from '#app/http/problems.ts';
import { sayShortDay } from '#app/ui/words.ts';

/** Agreements on data sharing: what may be shared with whom, and what waits for it. */

export const AGREEMENT_STATES = choices(
  ['working', 'Being worked out'],
  ['drafted', 'Drafted'],
  ['signed', 'Signed'],
  ['in-use', 'In use'],
  ['blocked', 'Blocked'],
  ['ended', 'Ended'],
);

/** A shape beside the word, so that colour is never the only sign. */
export const AGREEMENT_SHAPES: Readonly<Record<string, string>> = {
  working: '○',
  drafted: '◔',
  signed: '◑',
  'in-use': '●',
  blocked: '▲',
  ended: '■',
};

/** Article 6 of the UK GDPR. */
export const BASES = choices(
  ['public-task', 'Public task: article 6(1)(e)'],
  ['legal-obligation', 'Legal obligation: article 6(1)(c)'],
  ['consent', 'Consent: article 6(1)(a)'],
  ['contract', 'Contract: article 6(1)(b)'],
  ['vital-interests', 'Vital interests: article 6(1)(d)'],
  ['legitimate-interests', 'Legitimate interests: article 6(1)(f)'],
);

/** Article 9 of the UK GDPR and Schedule 1 of the Data Protection Act 2018. */
export const CONDITIONS = choices(
  ['none', 'No special category data is shared'],
  ['health-care', 'Health or social care: article 9(2)(h), DPA Schedule 1 paragraph 2'],
  ['public-health', 'Public health: article 9(2)(i), DPA Schedule 1 paragraph 3'],
  ['safeguarding', 'Safeguarding: article 9(2)(g), DPA Schedule 1 paragraph 18'],
  ['statutory', 'Statutory purposes: article 9(2)(g), DPA Schedule 1 paragraph 6'],
  ['research', 'Research and statistics: article 9(2)(j), DPA Schedule 1 paragraph 4'],
  ['explicit-consent', 'Explicit consent: article 9(2)(a)'],
);

/** A data protection impact assessment. */
export const DPIA = choices(
  ['done', 'Done'],
  ['needed', 'Needed, and not done'],
  ['not-needed', 'Not needed'],
);

export const AGREEMENT_SPEC: RowSpec = {
  nameLabel: 'Name of the agreement',
  nameHint: 'Such as “Births to health visitors and hubs”',
  fields: [
    {
      key: 'partners',
      label: 'Partners',
      kind: 'text',
      most: 300,
      required: 'Enter with whom it is agreed',
      hint: 'Such as the NHS trust and the council',
      column: true,
    },
    {
      key: 'data',
      label: 'What is shared',
      kind: 'words',
      most: 1000,
      required: 'Enter what is shared',
    },
    { key: 'purpose', label: 'What for', kind: 'words', most: 1000 },
    {
      key: 'basis',
      label: 'Lawful basis',
      kind: 'one',
      choices: BASES,
      hint: 'Agree it with whoever looks after data protection.',
    },
    {
      key: 'condition',
      label: 'Condition for special category data',
      kind: 'one',
      choices: CONDITIONS,
      hint: 'Health, ethnic group and the like need a condition of their own.',
    },
    {
      key: 'state',
      label: 'How far it is',
      kind: 'one',
      choices: AGREEMENT_STATES,
      required: 'Select how far it is',
      filter: true,
      column: true,
    },
    {
      key: 'blockedBy',
      label: 'What stands in the way',
      kind: 'words',
      most: 500,
      hint: 'Where it is blocked.',
    },
    { key: 'signedOn', label: 'Signed on', kind: 'day' },
    { key: 'reviewOn', label: 'Look at it again on', kind: 'day' },
    { key: 'dpia', label: 'Data protection impact assessment', kind: 'one', choices: DPIA },
    { key: 'dpiaOn', label: 'Impact assessment done on', kind: 'day' },
    { key: 'owner', label: 'Who looks after it', kind: 'text' },
    {
      key: 'lineIds',
      label: 'Plan lines that need it',
      kind: 'several',
      choices: 'lines',
      folded: true,
    },
    {
      key: 'requirementKeys',
      label: 'Requirements that it helps to cover',
      kind: 'several',
      choices: 'requirements',
      folded: true,
    },
    { key: 'note', label: 'Note', kind: 'words', most: 2000 },
  ],
};

/** What is kept of an agreement; days are YYYY-MM-DD. */
export interface AgreementFields {
  title: string;
  partners: string;
  data: string;
  purpose: string;
  basis: string;
  condition: string;
  state: string;
  blockedBy: string;
  signedOn: string | null;
  reviewOn: string | null;
  dpia: string;
  dpiaOn: string | null;
  owner: string;
  lineIds: string[];
  requirementKeys: string[];
  note: string;
}

export interface Agreement extends AgreementFields {
  id: string;
  version: number;
}

/** The fields of an agreement out of a row that was typed or read from a file. */
export function agreementOf({ name, fields }: RegisterRow): AgreementFields {
  const one = (key: string) => valuesOf(fields, key)[0] ?? '';
  const day = (key: string) => valuesOf(fields, key)[0] ?? null;
  return {
    title: name,
    partners: one('partners'),
    data: one('data'),
    purpose: one('purpose'),
    basis: one('basis'),
    condition: one('condition'),
    state: one('state'),
    blockedBy: one('blockedBy'),
    signedOn: day('signedOn'),
    reviewOn: day('reviewOn'),
    dpia: one('dpia'),
    dpiaOn: day('dpiaOn'),
    owner: one('owner'),
    lineIds: valuesOf(fields, 'lineIds'),
    requirementKeys: valuesOf(fields, 'requirementKeys'),
    note: one('note'),
  };
}

/** The same the other way, for the form, the file and the comparison of two people's words. */
export function agreementRow(agreement: AgreementFields): RegisterRow {
  const { title, lineIds, requirementKeys, signedOn, reviewOn, dpiaOn, ...words } = agreement;
  const days = { signedOn: signedOn ?? '', reviewOn: reviewOn ?? '', dpiaOn: dpiaOn ?? '' };
  const { partners, data, purpose, basis, condition, state, blockedBy, dpia, owner, note } = words;
  return {
    name: title,
    fields: {
      ...{ partners, data, purpose, basis, condition, state, blockedBy, dpia, owner, note },
      ...days,
      lineIds: [...lineIds],
      requirementKeys: [...requirementKeys],
    },
  };
}

/** What does not fit together in an agreement, each as an instruction beside its field. */
export function agreementProblems(agreement: AgreementFields): Problem[] {
  const problems: Problem[] = [];
  const { state, signedOn, reviewOn, dpia, dpiaOn, blockedBy } = agreement;
  if (state === 'blocked' && blockedBy === '') {
    problems.push({ field: 'blockedBy', message: 'Say what stands in the way' });
  }
  if ((state === 'signed' || state === 'in-use') && signedOn === null) {
    problems.push({ field: 'signedOn', message: 'Enter the day on which it was signed' });
  }
  if (signedOn !== null && reviewOn !== null && reviewOn <= signedOn) {
    problems.push({
      field: 'reviewOn',
      message: 'Enter a day after the one on which it was signed',
    });
  }
  if (dpiaOn !== null && dpia !== 'done') {
    problems.push({
      field: 'dpia',
      message: 'Select “Done”, or leave the day of the assessment empty',
    });
  }
  return problems;
}

export type Review = 'overdue' | 'soon' | 'later' | 'none';

/** A review within so many days is said beforehand. */
const SOON = 60;

/** Where the review of an agreement stands on a day; one that has ended needs none. */
export function reviewOf(
  { reviewOn, state }: Pick<Agreement, 'reviewOn' | 'state'>,
  today: string,
): Review {
  if (reviewOn === null || state === 'ended') return 'none';
  if (reviewOn < today) return 'overdue';
  return Date.parse(reviewOn) - Date.parse(today) <= SOON * 86_400_000 ? 'soon' : 'later';
}

export function sayReview(agreement: Pick<Agreement, 'reviewOn' | 'state'>, today: string): string {
  const on = sayShortDay(agreement.reviewOn);
  switch (reviewOf(agreement, today)) {
    case 'overdue':
      return `Overdue since ${on}`;
    case 'soon':
      return `Soon: ${on}`;
    case 'later':
      return on;
    case 'none':
      return agreement.state === 'ended' ? 'Ended' : 'No date set';
  }
}

/** What an agreement still lacks before anybody should share under it, each as a few words. */
export function agreementLacks(agreement: Agreement): string[] {
  const { state, basis, condition, dpia, owner, reviewOn } = agreement;
  if (state === 'ended') return [];
  const lacks: string[] = [];
  if (basis === '') lacks.push('a lawful basis');
  if (condition === '') lacks.push('whether special category data is shared');
  if (dpia === '') lacks.push('whether an impact assessment is needed');
  if (dpia === 'needed') lacks.push('its impact assessment');
  if (owner === '') lacks.push('somebody who looks after it');
  if (reviewOn === null && (state === 'signed' || state === 'in-use')) lacks.push('a review date');
  return lacks;
}

const RANK = ['blocked', 'working', 'drafted', 'signed', 'in-use', 'ended'];

/** What is blocked first, then what is overdue, then by how far each is, by name. */
export function inOrder<One extends Agreement>(agreements: readonly One[], today: string): One[] {
  const rank = (one: One) => {
    if (one.state === 'blocked') return -2;
    if (reviewOf(one, today) === 'overdue') return -1;
    return RANK.indexOf(one.state);
  };
  return [...agreements].sort(
    (a, b) =>
      rank(a) - rank(b) || a.title.localeCompare(b.title, 'en-GB') || (a.id < b.id ? -1 : 1),
  );
}
