/**
 * The demonstration's panel: twelve made-up people. Two groups are left without anybody, parents
 * under 25 and other ethnic groups, because a real panel has gaps and must see them.
 */
export interface DemoMember {
  name: string;
  kind: 'parent-or-carer' | 'practitioner';
  caresAs?: string;
  sex: string;
  ageBand: string;
  ethnicGroup: string;
  area?: string;
  email?: string;
  phone?: string;
  preferred: string;
  language?: string;
  access?: string;
  interpreter?: string;
  childcare?: string;
  helps?: string;
  /** Days before the demonstration is made. */
  joined: number;
}

const parent = { kind: 'parent-or-carer' } as const;
const mother = { ...parent, caresAs: 'mother', sex: 'female' } as const;
const father = { ...parent, caresAs: 'father', sex: 'male' } as const;

/** The first is the parent whom the demonstration lets people in as. Numbers are Ofcom's for drama. */
export const DEMO_MEMBERS: readonly DemoMember[] = [
  {
    ...mother,
    name: 'Leanne Moss',
    ageBand: '25-34',
    ethnicGroup: 'white:british',
    area: 'Brookside',
    email: 'leanne.moss@families.example',
    preferred: 'email',
    joined: 150,
  },
  {
    ...mother,
    name: 'Samina Akhtar',
    ageBand: '35-44',
    ethnicGroup: 'asian:pakistani',
    area: 'Canal Quarter',
    phone: '07700 900 118',
    preferred: 'text',
    language: 'Urdu and English',
    interpreter: 'Urdu',
    childcare: 'A boy of 3, on weekdays',
    joined: 150,
  },
  {
    ...father,
    name: 'Daniel Obi',
    ageBand: '35-44',
    ethnicGroup: 'black:african',
    area: 'Aldermere',
    email: 'daniel.obi@families.example',
    preferred: 'email',
    joined: 150,
  },
  {
    ...parent,
    name: 'Chloe Tranter',
    caresAs: 'expecting',
    sex: 'female',
    ageBand: '25-34',
    ethnicGroup: 'white:british',
    area: 'Dunsley',
    phone: '07700 900 241',
    preferred: 'text',
    joined: 60,
  },
  {
    ...father,
    name: 'Gareth Pugh',
    helps: 'Works shifts at the depot: evenings only in even weeks',
    ageBand: '25-34',
    ethnicGroup: 'white:british',
    area: 'Eastmoor',
    phone: '07700 900 307',
    preferred: 'text',
    joined: 60,
  },
  {
    ...parent,
    name: 'Maureen Hibbert',
    access: 'Large print, and a room without steps',
    caresAs: 'grandparent',
    sex: 'female',
    ageBand: '65-and-over',
    ethnicGroup: 'black:caribbean',
    area: 'Brookside',
    phone: '07700 900 352',
    preferred: 'post',
    joined: 150,
  },
  {
    ...mother,
    name: 'Agnieszka Nowak',
    ageBand: '25-34',
    ethnicGroup: 'white:other',
    area: 'Canal Quarter',
    email: 'agnieszka.nowak@families.example',
    preferred: 'email',
    language: 'Polish and English',
    joined: 120,
  },
  {
    ...mother,
    name: 'Jodie Fenwick',
    childcare: 'A baby, and a girl of 4',
    ageBand: '35-44',
    ethnicGroup: 'mixed:white-and-black-caribbean',
    area: 'Aldermere',
    email: 'jodie.fenwick@families.example',
    preferred: 'email',
    joined: 150,
  },
  {
    ...mother,
    name: 'Priti Desai',
    ageBand: '45-54',
    ethnicGroup: 'asian:indian',
    area: 'Aldermere',
    email: 'priti.desai@families.example',
    preferred: 'email',
    joined: 120,
  },
  {
    ...parent,
    name: 'Hannah Whitlock',
    caresAs: 'foster-carer',
    sex: 'female',
    ageBand: '55-64',
    ethnicGroup: 'white:british',
    area: 'Dunsley',
    email: 'hannah.whitlock@families.example',
    preferred: 'email',
    joined: 120,
  },
  {
    ...mother,
    name: 'Rhiannon Cole',
    ageBand: '45-54',
    ethnicGroup: 'white:gypsy-or-irish-traveller',
    area: 'Eastmoor',
    phone: '07700 900 466',
    preferred: 'phone',
    joined: 90,
  },
  {
    name: 'Moira Kendrick',
    kind: 'practitioner',
    sex: 'female',
    ageBand: '45-54',
    ethnicGroup: 'white:irish',
    email: 'moira.kendrick@wexcombe.example',
    preferred: 'email',
    joined: 150,
  },
];
