import { config } from '#app/config.server.ts';
import { isSpecial } from '#app/survey/editor/checks-around.ts';
import { Definition, questionsOf, titleOf, type Question } from '#app/survey/definition.ts';
import { isOwnWords } from '#app/survey/export/export-columns.ts';
import {
  isLawfulBasis,
  isSpecialCondition,
  LAWFUL_BASIS_NAMES,
  SPECIAL_CONDITION_NAMES,
} from '#app/survey/lawful-basis.ts';
import { STATE_NAMES, stateOn } from '#app/survey/survey.ts';
import { listeningEventsOf } from '#db/listening.ts';
import { howManyMembers } from '#db/panel.ts';
import { authorityById, peopleOf, programmesOf, type Programme } from '#db/people.ts';
import { signInSettingsOf } from '#db/signing-in.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { latestVersion, surveysOf, type Survey } from '#db/survey.ts';
import type { Measure, PrivacyFacts, ProgrammeFacts, SurveyFacts } from './documents/facts.ts';
import { deletingMeans } from './retention-words.ts';
import { promises } from './what-is-kept.server.ts';

/** Everything that the settings and the surveys of an authority say about personal data. */
export async function privacyFacts(authorityId: string, today: string): Promise<PrivacyFacts> {
  const { read } = theStore();
  const authority = await authorityById(read, authorityId);
  const staff = (await peopleOf(read, authorityId)).filter(({ closedAt }) => closedAt === null);
  const programmes = await programmesOf(read, authorityId);
  return {
    authority: {
      name: authority?.name ?? '',
      colour: authority?.colour ?? '#0b0c0c',
      isDemonstration: authority?.isDemonstration ?? false,
    },
    programmes: await Promise.all(programmes.map((one) => programmeFacts(read, one, today))),
    promises: promises(),
    deleting: deletingMeans(config.engine),
    processors: processors(),
    measures: await measures(read, authorityId),
    staff: staff.length,
  };
}

async function programmeFacts(
  db: Reader,
  programme: Programme,
  today: string,
): Promise<ProgrammeFacts> {
  const { id, authorityId, title, startsOn, endsOn, places } = programme;
  const surveys = await surveysOf(db, authorityId, id);
  return {
    ...{ id, title, startsOn, endsOn, places },
    members: await howManyMembers(db, authorityId, id),
    listening: (await listeningEventsOf(db, authorityId, id)).length,
    surveys: await Promise.all(
      surveys.map(({ survey, answers }) => surveyFacts(db, survey, answers, today)),
    ),
  };
}

async function surveyFacts(
  db: Reader,
  survey: Survey,
  answers: number,
  today: string,
): Promise<SurveyFacts> {
  const version = await latestVersion(db, survey.authorityId, survey.id);
  const read = Definition.safeParse(version?.definition ?? survey.definition);
  const questions: Question[] = read.success ? questionsOf(read.data) : [];
  const { lawfulBasis: basis, specialCondition: condition } = survey;
  return {
    title: survey.title,
    state: STATE_NAMES[stateOn(survey, today)],
    basis: isLawfulBasis(basis) ? LAWFUL_BASIS_NAMES[basis].name : 'Not chosen yet',
    condition: isSpecialCondition(condition) ? SPECIAL_CONDITION_NAMES[condition] : '',
    keepUntil: survey.keepUntil,
    answers,
    asked: questions.map((one) => titleOf(one)),
    special: questions.filter(isSpecial).map((one) => titleOf(one)),
    ownWords: questions.filter(isOwnWords).length,
    languages: version?.languages?.length ?? 0,
  };
}

/** Whoever the settings hand data to. Keys and addresses stay where they are. */
function processors(): PrivacyFacts['processors'] {
  const { smtp, notify } = config.mail;
  const found = [
    ...(smtp
      ? [{ who: 'The mail server in SMTP_URL', what: 'Messages to members of the panel' }]
      : []),
    ...(notify
      ? [{ who: 'GOV.UK Notify (Cabinet Office)', what: 'E-mails and text messages to members' }]
      : []),
  ];
  const none = { who: 'None by the settings', what: 'Messages wait in the outbox, or are printed' };
  return found.length === 0 ? [none] : found;
}

async function measures(db: Reader, authorityId: string): Promise<Measure[]> {
  const signIn = await signInSettingsOf(db, authorityId);
  const always = 'Always so';
  const directory = Boolean(signIn?.issuer) || config.directory !== undefined;
  return [
    {
      what: 'Pages and answers are encrypted on their way (https)',
      on: config.publicUrl?.startsWith('https:') ?? false,
      because: 'PUBLIC_URL begins with https',
    },
    {
      what: 'Mail is encrypted on its way',
      on: config.mail.smtp?.url.startsWith('smtps:') ?? config.mail.notify !== undefined,
      because:
        'SMTP_URL begins with smtps, or Notify carries it; smtp: takes it where it is offered',
    },
    {
      what: 'Staff sign in with the authority’s own directory',
      on: directory,
      because: 'How people sign in',
    },
    {
      what: 'Everybody with a password needs a second step',
      on: signIn?.codeRequired ?? false,
      because: 'How people sign in',
    },
    {
      what: 'PostgreSQL itself keeps authorities apart (row-level security)',
      on: config.databaseOwnerUrl !== undefined,
      because: 'DATABASE_OWNER_URL',
    },
    { what: 'Who read single answers is written down', on: true, because: always },
    { what: 'Passwords and links are kept as digests only', on: true, because: always },
    { what: 'Answers hold no address, no moment and no name', on: true, because: always },
    { what: 'Counts below five are not shown', on: true, because: always },
  ];
}
