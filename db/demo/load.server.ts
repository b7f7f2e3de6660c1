import type { Person } from '#app/people/can.ts';
import { newId } from '../ids.ts';
import {
  insertAuthority,
  insertPerson,
  insertProgramme,
  record,
  type Programme,
} from '../people.ts';
import { theStore } from '../store.server.ts';
import { demoBoards } from './boards.ts';
import { demoCare, demoWorry } from './care.ts';
import { demoChannels } from './channels.ts';
import { demoConversation } from './conversation.ts';
import { demoKinds } from './kinds.ts';
import { demoFormal } from './formal.ts';
import { demoMembership } from './membership.ts';
import { demoMeetings } from './meetings.ts';
import { demoNeeds } from './needs.ts';
import { demoNeighbour } from './neighbour.ts';
import { demoOutcomes } from './outcomes.ts';
import { demoPanel } from './panel.ts';
import { demoPacks } from './packs.ts';
import { demoParticipation } from './participation.ts';
import { demoPlaces } from './places.ts';
import { demoPlan } from './plan.ts';
import { demoDocuments } from './documents.ts';
import { demoSignOff } from './sign-off.ts';
import { demoPost } from './post.ts';
import { demoPriorities } from './priorities.ts';
import { demoPopulation } from './population.ts';
import { demoRecruitment } from './recruitment.ts';
import { demoRegisters } from './registers.ts';
import { demoReplies } from './replies.ts';
import { demoSurvey } from './survey.ts';
import { demoTheory } from './theory.ts';
import { demoThread } from './thread.ts';
import { demoMeasures } from './theory-measures.ts';
import { demoVersions } from './versions.ts';
import { demoWalk } from './walk.ts';
import { demoWords } from './words.ts';

/** What each room's part of the demonstration is given: the people who do things, and where. */
export interface Demonstration {
  authorityId: string;
  programme: Programme;
  /** Administrator. */
  administrator: Person;
  /** Strategic lead. */
  lead: Person;
  /** Panel facilitator. */
  facilitator: Person;
  /** Commissioner. */
  commissioner: Person;
  /** The day that it is made on: everything else is told relative to it. */
  now: Date;
}

/**
 * Makes the demonstration borough: a fictional place with one of everything, made by the same deeds
 * that people use, so that loading it is also a test.
 */
export async function loadDemonstration(now = new Date()): Promise<Demonstration> {
  const demonstration = await makeBorough(now);
  await demoChannels(demonstration);
  await demoCare(demonstration);
  await demoWords(demonstration);
  const survey = await demoSurvey(demonstration);
  await demoPopulation(demonstration, survey.surveyId);
  const needs = await demoNeeds(demonstration, survey);
  await demoPlaces(demonstration, needs);
  const panel = await demoPanel(demonstration, needs);
  await demoWorry(demonstration);
  await demoMembership(demonstration, panel);
  await demoKinds(demonstration, panel);
  await demoPriorities(demonstration, needs, survey);
  await demoRecruitment(demonstration);
  await demoPost(demonstration);
  await demoConversation(demonstration);
  await demoBoards(demonstration);
  const theory = await demoTheory(demonstration, needs);
  await demoMeasures(demonstration, theory);
  await demoOutcomes(demonstration);
  const plan = await demoPlan(demonstration, theory);
  await demoPacks(demonstration, plan);
  await demoWalk(demonstration, panel, theory, plan.promised.hours);
  await demoFormal(demonstration, panel);
  await demoMeetings(demonstration, panel);
  await demoReplies(demonstration, panel, plan.promised);
  await demoParticipation(demonstration);
  await demoRegisters(demonstration);
  await demoThread(demonstration);
  await demoDocuments(demonstration);
  await demoSignOff(demonstration, plan);
  await demoVersions(demonstration, theory);
  await demoNeighbour(demonstration);
  return demonstration;
}

/** The authority, its staff and its programme: what there is before anybody does anything. */
async function makeBorough(now: Date): Promise<Demonstration> {
  const authorityId = newId(now);
  const staff = {
    administrator: person(authorityId, 'Marian Holt', 'administrator'),
    lead: person(authorityId, 'Priya Shah', 'lead'),
    facilitator: person(authorityId, 'Tom Okafor', 'facilitator'),
    commissioner: person(authorityId, 'Grace Whitfield', 'commissioner'),
  };
  const programme: Programme = {
    id: newId(now),
    authorityId,
    title: 'Best Start Family Hubs 2026 to 2029',
    startsOn: '2026-04-01',
    endsOn: '2029-03-31',
    places: ['Aldermere', 'Brookside', 'Canal Quarter', 'Dunsley', 'Eastmoor'],
    packs: ['bsfh-2026'],
    stage: 'consult',
    version: 1,
    createdAt: now,
  };
  await theStore().write('set-up', async (tx) => {
    await insertAuthority(tx, {
      id: authorityId,
      name: 'Wexcombe Borough Council',
      colour: '#0b5cad',
      isDemonstration: true,
      createdAt: now,
    });
    for (const one of Object.values(staff)) {
      const email = `${one.name.toLowerCase().replace(' ', '.')}@wexcombe.example`;
      await insertPerson(tx, { ...one, email, passwordHash: null, createdAt: now, closedAt: null });
    }
    await insertProgramme(tx, programme);
    await record(
      tx,
      staff.lead,
      'programme.created',
      { kind: 'programme', id: programme.id },
      {
        title: programme.title,
      },
    );
  });
  return { authorityId, programme, now, ...staff };
}

function person(authorityId: string, name: string, role: Person['role']): Person {
  return { id: newId(), authorityId, name, role };
}
