import type { Vote } from '#app/panel/tally.ts';

/**
 * What the demonstration's panel is asked and says. Hand-written for this purpose; nobody said it.
 * `votes` has one letter a member, in the order of panel-people.ts: a agree, d disagree, u unsure,
 * and a dot for somebody who left it out.
 */
export interface DemoStatement {
  text: string;
  votes: string;
  /** By the name of the member. */
  comments: Readonly<Record<string, string>>;
}

export const VOTE_OF: Readonly<Record<string, Vote>> = { a: 'agree', d: 'disagree', u: 'unsure' };

export interface DemoConsultation {
  title: string;
  purpose: string;
  statements: readonly DemoStatement[];
}

export const HOURS: DemoConsultation = {
  title: 'When and how should hubs help?',
  purpose:
    'We are writing the plan for the family hubs in Wexcombe from now to 2029. The buildings are decided. When they are open, what is on and how you hear about it are not: the plan goes to the council’s cabinet after the summer.',
  statements: [
    {
      text: 'Hubs should open one evening a week, even if that means closing one morning.',
      votes: 'aaaaaaauadaa',
      comments: {
        'Leanne Moss':
          'I finish at six. I have never once got to a group, and I live five minutes away.',
        'Daniel Obi': 'Evenings are the only time both of us can come together.',
        'Gareth Pugh': 'On shifts a different evening each week would be better still.',
        'Samina Akhtar': 'After evening prayer would suit many of us.',
        'Hannah Whitlock': 'Mornings are when my little ones cope best. Do not take those away.',
        'Jodie Fenwick': 'Yes, but with something for the children to do or we cannot stay.',
      },
    },
    {
      text: 'One Saturday morning a month should be kept for fathers and male carers.',
      votes: 'aaauaaaadaaa',
      comments: {
        'Daniel Obi': 'I would bring three others from my street tomorrow.',
        'Gareth Pugh': 'I have my two at weekends and there is nothing open.',
        'Priti Desai': 'Why should anybody be kept out on a Saturday? Make it for everyone.',
        'Maureen Hibbert': 'My son would never walk into the weekday group, it is all mums.',
      },
    },
    {
      text: 'One large hub would be better than several small ones.',
      votes: 'ddddddadddud',
      comments: {
        'Rhiannon Cole': 'It would be in town and we would never see it.',
        'Chloe Tranter': 'From Dunsley it is two buses already.',
        'Agnieszka Nowak': 'In a large one there is always somebody who speaks your language.',
      },
    },
    {
      text: 'A small charge for groups is fine if families on low incomes do not pay.',
      votes: 'adaddduaaduu',
      comments: {
        'Jodie Fenwick': 'Nobody wants to be the one who has to say she cannot pay.',
        'Priti Desai': 'A pound would be fair and people would turn up.',
      },
    },
    {
      text: 'I would use a video call for a first talk about my child’s speech.',
      votes: 'adadaduaduda',
      comments: {
        'Samina Akhtar': 'My mother-in-law is in the room. I would rather come in.',
        'Gareth Pugh': 'Saves me half a day and a bus fare.',
        'Maureen Hibbert': 'I do not have one of those telephones.',
      },
    },
    {
      text: 'The hub should send a text when a group is cancelled.',
      votes: 'aaaaaaaaaaaa',
      comments: {
        'Chloe Tranter': 'I turned up twice to a locked door, eight months pregnant, in the rain.',
        'Agnieszka Nowak': 'Short words, please, then the telephone can translate it.',
        'Leanne Moss': 'And put what is on this week in one place that is always right.',
        'Hannah Whitlock': 'The school sends texts in a minute. Why can the hub not?',
        'Rhiannon Cole': 'Not everybody reads. A voice message as well.',
      },
    },
    {
      text: 'Another parent should telephone new parents in their first month.',
      votes: 'aauaaauaduau',
      comments: {
        'Jodie Fenwick': 'A friendly voice that is not checking up on you. Yes.',
        'Priti Desai': 'I would not want a stranger ringing. A message first.',
      },
    },
    {
      text: '“Family hub” tells me what the place is for.',
      votes: 'ddauaddudadd',
      comments: {
        'Leanne Moss': 'I thought it was for families with social workers.',
        'Agnieszka Nowak': 'I looked up “hub”. It is part of a wheel.',
        'Samina Akhtar': 'Say what is inside: baby clinic, playgroup, advice.',
        'Gareth Pugh': 'Sounds like an office.',
        'Rhiannon Cole': 'Nobody on our site knew it meant us.',
        'Moira Kendrick': 'Parents ask me most weeks whether they are allowed in.',
      },
    },
  ],
};

/** What somebody has to look at: a mother tells more than was asked. */
export const AFRAID =
  'Please do. I come on my own, and I cannot stay long. I am afraid of my partner when I am late.';

export const WELCOME: DemoConsultation = {
  title: 'The first visit',
  purpose:
    'Many families come once and not again. We want to write down what a first visit should be like in every hub. Nothing is decided; what you say becomes the list that hub workers are trained by.',
  statements: [
    {
      text: 'Somebody should meet me at the door.',
      votes: '..aa.a.aa...',
      comments: { 'Jodie Fenwick': AFRAID },
    },
    {
      text: 'I do not want to fill in a form on my first visit.',
      votes: '..aa.d.aa...',
      comments: { 'Daniel Obi': 'The form asked for my wife’s name before mine.' },
    },
    {
      text: 'Staff should ask how I am before they ask about my child.',
      votes: '..ua.a.ad...',
      comments: { 'Jodie Fenwick': 'Both at once is fine. Just ask somebody something.' },
    },
    {
      text: 'A parent who already comes should show new families round.',
      votes: '..aa.a.ua...',
      comments: {},
    },
    {
      text: 'I would rather see the rooms in a short film before I come.',
      votes: '..da.d.aa...',
      comments: { 'Chloe Tranter': 'Yes. I need to know where the lift is.' },
    },
  ],
};

/** A theme: which comments of the panel belong there, and which of the survey’s. */
export interface DemoTheme {
  name: string;
  definition: string;
  /** Statement of HOURS (from 0) and whose comments on it; every one where no name is given. */
  panel: { statement: number; by?: readonly string[] }[];
  /** Answers to the survey that hold one of these. */
  survey: readonly string[];
}

export type DemoThemeName = 'hours' | 'fathers' | 'knowing' | 'transport' | 'name';

export const DEMO_THEMES: Readonly<Record<DemoThemeName, DemoTheme>> = {
  hours: {
    name: 'Times when working families can come',
    definition:
      'Days, evenings, weekends and holidays when hubs and groups are open. Not: how to get there, or being told of changes.',
    panel: [
      {
        statement: 0,
        by: ['Leanne Moss', 'Daniel Obi', 'Gareth Pugh', 'Samina Akhtar', 'Jodie Fenwick'],
      },
    ],
    survey: [
      'Everything is at ten on a Tuesday',
      'Open on Saturdays',
      'I do shifts at the warehouse',
      'something after five',
      'the doors are locked',
      'School holidays are when',
    ],
  },
  fathers: {
    name: 'Somewhere for dads',
    definition:
      'Fathers and male carers: being asked, being welcome, and something to come to. Not: mothers and fathers as a couple.',
    panel: [{ statement: 1, by: ['Daniel Obi', 'Gareth Pugh', 'Maureen Hibbert'] }],
    survey: [
      'the only dad in the room',
      'A Saturday morning for dads',
      'Letters come addressed to mum',
      'Talk to dads before the baby',
      'I have my kids at weekends',
    ],
  },
  knowing: {
    name: 'Being told what is on, and what is cancelled',
    definition:
      'Finding out what hubs offer, and hearing of changes in time. Not: the name of the hub itself.',
    panel: [{ statement: 5 }],
    survey: [
      'I only found out about the hub',
      'One page that says what is on',
      'The website says one thing',
      'Send a text when groups change',
      'Nobody told me you could self refer',
    ],
  },
  transport: {
    name: 'Getting there without a car',
    definition: 'Buses, fares, distance and safe walking. Not: getting round inside the building.',
    panel: [{ statement: 2, by: ['Rhiannon Cole', 'Chloe Tranter'] }],
    survey: [
      'The 14 bus stops at five',
      'two buses from Eastmoor',
      'A minibus once a week',
      'my bus fare is my lunch',
      'I walk forty minutes',
      'no safe crossing on Mill Road',
    ],
  },
  name: {
    name: 'A name that says what it is',
    definition: 'What the hubs are called, and who people think they are for because of it.',
    panel: [{ statement: 7 }],
    survey: ['for families with social workers', 'I had no idea I was allowed in'],
  },
};
