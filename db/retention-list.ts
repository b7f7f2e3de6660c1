import type { PgTable } from 'drizzle-orm/pg-core';
import { ASKING_DAYS } from '#app/people/asking.ts';
import { DRAFT_DAYS } from '#app/survey/survey.ts';
import {
  accessRequests,
  answerFiles,
  answerSettings,
  areaBoundaries,
  areaSettings,
  areaShapes,
  auditRows,
  authorities,
  authorityPacks,
  avoidedCosts,
  batchEntries,
  consultingTimes,
  dataRequests,
  dislikedWords,
  drafts,
  dutyContacts,
  erasures,
  interestContacts,
  interests,
  jobLeases,
  jobRuns,
  languageChecks,
  languageWordings,
  memberSupport,
  messages,
  noteExcerpts,
  outreachTablets,
  packCorrections,
  panelContacts,
  people,
  personalLinks,
  presses,
  privacyDocuments,
  purposeLinks,
  rateCounts,
  readings,
  recoveryCodes,
  responses,
  runningServers,
  secondEntries,
  secondFactors,
  sessions,
  signInIdentities,
  signInSettings,
  stagedAnswers,
  waitingPieces,
} from './schema/index.ts';

// What is kept and for how long: every promise about a kind of thing, with what keeps it. The page
// "What is kept, and for how long" is written from it, and so are the impact assessment and the record of
// processing. A test reads the schema: whoever adds a table adds its line here, unless it goes with a
// programme, as most of what staff write does.

/** Days after which something goes, where nobody chose a day. */
export const DAYS = {
  drafts: DRAFT_DAYS,
  access: ASKING_DAYS,
  presses: 1,
  waitingFiles: 1,
  takenOutNotes: 30,
  tablets: 180,
  sessions: 1,
  links: 30,
  messages: 365,
  readings: 730,
  audit: 7 * 365,
  requests: 3 * 365,
  erasures: 2 * 365,
  asides: 7,
  staged: 1,
} as const;

export interface Kept {
  what: string;
  tables: readonly PgTable[];
  /** Until when, as a sentence for whoever asks. */
  until: string;
  /** The sweep that keeps the promise: app/keep-promises.server.ts runs each once a day. */
  by: Sweep;
}

/** Everything that is done once a day so that what was promised is true. */
export const SWEEPS = [
  'answers',
  'drafts',
  'notes',
  'interests',
  'contacts',
  'waiting-files',
  'tablets',
  'sessions',
  'access',
  'links',
  'messages',
  'presses',
  'readings',
  'audit',
  'requests',
  'erasures',
  'asides',
  'backups',
] as const;
export type Sweep = (typeof SWEEPS)[number];

const years = (days: number) => `${Math.round(days / 365)} years`;

export const KEPT: readonly Kept[] = [
  {
    what: 'Answers of families, whoever entered or brought them, with every copy of their words',
    tables: [responses, batchEntries, secondEntries],
    until: 'The day that families were told on the first page of the survey',
    by: 'answers',
  },
  {
    what: 'Answers that were begun and never sent',
    tables: [drafts],
    until: `${DAYS.drafts} days after the family last came back, or with the answers if that is sooner`,
    by: 'drafts',
  },
  {
    what: 'What was said at listening exercises',
    tables: [noteExcerpts],
    until: `The day that was promised there; what is taken out, after ${DAYS.takenOutNotes} days`,
    by: 'notes',
  },
  {
    what: 'Who would like to join the panel, and how to reach them',
    tables: [interests, interestContacts],
    until: 'The day that the call for members named, or when they take it back',
    by: 'interests',
  },
  {
    what: 'How to reach members of the panel, and what helps them to take part',
    tables: [panelContacts, memberSupport],
    until: 'The day after they left that the panel’s settings name, or when they ask to be erased',
    by: 'contacts',
  },
  {
    what: 'Files of answers that wait to be brought in',
    tables: [answerFiles, stagedAnswers, waitingPieces],
    until: `${DAYS.waitingFiles} day after the file was chosen, or when its answers came in`,
    by: 'waiting-files',
  },
  {
    what: 'Tablets that were prepared for outreach, with the key that opens what they send',
    tables: [outreachTablets],
    until: `${DAYS.tablets} days after the tablet’s thirty days are over`,
    by: 'tablets',
  },
  {
    what: 'Signed-in browsers',
    tables: [sessions],
    until: `${DAYS.sessions} day after the session ended by itself; signing out deletes it at once`,
    by: 'sessions',
  },
  {
    what: 'Who asked for an account by the authority’s own sign-in',
    tables: [accessRequests],
    until: `When an administrator answers, ${DAYS.access} days at most`,
    by: 'access',
  },
  {
    what: 'Personal links (their fingerprints)',
    tables: [personalLinks, purposeLinks],
    until: `${DAYS.links} days after the link ended`,
    by: 'links',
  },
  {
    what: 'The outbox: that somebody was told something, without address or words',
    tables: [messages],
    until: `${DAYS.messages} days after it was sent, failed or was cancelled`,
    by: 'messages',
  },
  {
    what: 'Fingerprints of forms that were sent, so that they count once',
    tables: [presses],
    until: `${DAYS.presses} day`,
    by: 'presses',
  },
  {
    what: 'Who read what people told us',
    tables: [readings],
    until: years(DAYS.readings),
    by: 'readings',
  },
  {
    what: 'Who changed what',
    tables: [auditRows],
    until: `${years(DAYS.audit)}: decisions on public money are answered for that long`,
    by: 'audit',
  },
  {
    what: 'Who asked about their data',
    tables: [dataRequests],
    until: `${years(DAYS.requests)} after the answer the name or case number goes, and what was noted`,
    by: 'requests',
  },
  {
    what: 'What was erased, as digests that name nobody, so that no backup brings it back',
    tables: [erasures],
    until: `${years(DAYS.erasures)}, which is longer than any backup is kept`,
    by: 'erasures',
  },
  {
    what: 'Copies of the database that a restore or an upgrade left beside it',
    tables: [],
    until: `${DAYS.asides} days`,
    by: 'asides',
  },
];

/** What has no clock of its own and goes with no programme: why it is kept. */
export const WITHOUT_CLOCK: readonly { table: PgTable; because: string }[] = [
  { table: authorities, because: 'it is the authority itself, and everything goes with it' },
  {
    table: people,
    because:
      'an account lasts until somebody closes and erases it; a member’s row stays without a name',
  },
  { table: signInSettings, because: 'a setting of the authority' },
  { table: signInIdentities, because: 'goes with its account' },
  { table: secondFactors, because: 'goes with its account' },
  { table: recoveryCodes, because: 'goes with its account' },
  { table: dislikedWords, because: 'words about words, which name nobody' },
  { table: areaSettings, because: 'a setting of the authority' },
  { table: areaBoundaries, because: 'published boundaries' },
  { table: areaShapes, because: 'published boundaries' },
  { table: languageChecks, because: 'a setting of the authority' },
  { table: languageWordings, because: 'the authority’s own words' },
  { table: dutyContacts, because: 'a setting of the authority: a colleague’s line at work' },
  { table: answerSettings, because: 'a setting of the authority' },
  { table: consultingTimes, because: 'a setting of the authority' },
  { table: avoidedCosts, because: 'published figures' },
  { table: authorityPacks, because: 'guidance that the authority brought in' },
  { table: packCorrections, because: 'guidance that the authority brought in' },
  { table: runningServers, because: 'holds nobody: which server runs' },
  { table: rateCounts, because: 'holds keyed hashes, each for as long as its limit lasts' },
  { table: jobLeases, because: 'holds nobody: which server does what' },
  { table: jobRuns, because: 'holds nobody: when something was last done' },
  { table: privacyDocuments, because: 'the authority’s own words about what it does' },
];

/** What happens to everything that stands in neither list. */
export const WITH_THE_PROGRAMME = 'As long as the programme that it is part of';
