import { visit, type Visit } from '#app/survey/visit.server.ts';
import { openSurvey, surveyOf } from '#app/survey/run-survey.server.ts';
import { startSurvey } from '#app/survey/start-survey.server.ts';
import { theStore } from '#db/store.server.ts';
import { aWorld, type World } from './answers-world.ts';

export const TODAY = '2026-05-01';

/** A survey from a template that families can answer, in a store of its own. */
export async function anOpenSurvey(
  templateId: string,
): Promise<World & { visitNow: (token?: string) => Promise<Visit> }> {
  const world = await aWorld();
  const { priya, programme } = world.borough;
  const id = await startSurvey(priya, programme, {
    templateId,
    title: 'Bench',
    opensOn: null,
    closesOn: null,
    privacyNotice: 'We ask to plan help. Staff see the answers. We delete them after {keepUntil}.',
    keepUntil: '2099-12-31',
  });
  await openSurvey(priya, programme, id, TODAY);
  const { code } = await surveyOf(theStore().read, programme, id);
  return { ...world, visitNow: (token) => visit(code, token, TODAY) };
}
