/** A value as it is kept, and the words for it. */
export interface Choice {
  value: string;
  label: string;
}

/** Choices from pairs of value and words. */
export const choices = (...pairs: readonly (readonly [string, string])[]): Choice[] =>
  pairs.map(([value, label]) => ({ value, label }));

/** The life stages of the Isle of Wight’s offer (CSJ, Family Hubs: an interim review, 2024). */
export const STAGES = choices(
  ['pre-birth', 'Before birth'],
  ['early-years', 'Early years, 0 to 5'],
  ['primary', 'Primary age'],
  ['teens', 'Teenagers'],
  ['parents-carers', 'Parents and carers'],
  ['additional', 'Additional needs'],
);

/** What hubs offer, after the strands of the programme’s guidance. */
export const STRANDS = choices(
  ['parenting', 'Parenting support'],
  ['home-learning', 'Home learning and early language'],
  ['infant-feeding', 'Infant feeding'],
  ['perinatal', 'Perinatal mental health and parent-infant relationships'],
  ['health', 'Midwifery and health visiting'],
  ['early-years', 'Early education and childcare'],
  ['send', 'Special educational needs and disabilities'],
  ['wellbeing', 'Mental health and wellbeing'],
  ['relationships', 'Couples and separated parents'],
  ['domestic-abuse', 'Domestic abuse'],
  ['substances', 'Drugs and alcohol'],
  ['money', 'Money, housing and work'],
  ['youth', 'Youth services'],
  ['other', 'Something else'],
);

export const SITE_TYPES = choices(
  ['hub', 'Family hub'],
  ['working-towards', 'Working towards hub'],
  ['delivery-site', 'Delivery site (spoke)'],
  ['network-site', 'Network site'],
  ['outreach', 'Outreach point'],
  ['vehicle', 'Outreach vehicle'],
);

/** The twelve points of the definition of a hub in the 2026 guidance, in a few words each. */
export const HUB_POINTS = choices(
  ['BSFH-DEF-01', 'Families meet trained staff face to face, 0 to 19 (25 with SEND)'],
  ['BSFH-DEF-02', 'Staff connect families to health and family services, 0 to 5'],
  ['BSFH-DEF-03', 'Partner services share the building'],
  ['BSFH-DEF-04', 'A professional for additional needs is on site'],
  ['BSFH-DEF-05', 'Parenting and home-learning programmes run on site'],
  ['BSFH-DEF-06', 'Infant feeding and perinatal support, where Healthy Babies pays'],
  ['BSFH-DEF-07', 'Information from conception to two'],
  ['BSFH-DEF-08', 'Outreach is tied to the site'],
  ['BSFH-DEF-09', 'An accessible digital way in'],
  ['BSFH-DEF-10', 'Parents, carers and community groups help decide'],
  ['BSFH-DEF-11', 'Named by the national convention'],
  ['BSFH-DEF-12', 'Best Start in Life branding is shown'],
);
