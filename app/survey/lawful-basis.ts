/**
 * On what an authority may ask, under the UK GDPR. The law decides, not Throughline: the field is
 * there because a survey may not be opened before somebody decided it and the notice says it.
 */
export const LAWFUL_BASES = ['public-task', 'consent', 'legal-obligation'] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];

export const LAWFUL_BASIS_NAMES: Readonly<Record<LawfulBasis, { name: string; means: string }>> = {
  'public-task': {
    name: 'Public task – Article 6(1)(e)',
    means:
      'The usual one for a council that asks to plan its services. The task must be laid down in law, such as the duties of the Childcare Act 2006.',
  },
  consent: {
    name: 'Consent – Article 6(1)(a)',
    means:
      'Families must be free to say no, and to take it back as easily. With anonymous answers that means the reference on the last page.',
  },
  'legal-obligation': {
    name: 'Legal obligation – Article 6(1)(c)',
    means: 'Only where a law says that exactly this must be asked.',
  },
};

/** Conditions of Article 9 for answers about health, ethnic group, religion or sexual orientation. */
export const SPECIAL_CONDITIONS = [
  'equality',
  'explicit-consent',
  'health-or-social-care',
  'research',
] as const;
export type SpecialCondition = (typeof SPECIAL_CONDITIONS)[number];

export const SPECIAL_CONDITION_NAMES: Readonly<Record<SpecialCondition, string>> = {
  equality:
    'Substantial public interest: equality of opportunity – Article 9(2)(g), Data Protection Act 2018 Schedule 1 paragraph 8',
  'explicit-consent': 'Explicit consent – Article 9(2)(a)',
  'health-or-social-care': 'Health or social care – Article 9(2)(h)',
  research: 'Research and statistics – Article 9(2)(j)',
};

export function isLawfulBasis(code: unknown): code is LawfulBasis {
  return LAWFUL_BASES.some((basis) => basis === code);
}

export function isSpecialCondition(code: unknown): code is SpecialCondition {
  return SPECIAL_CONDITIONS.some((condition) => condition === code);
}
