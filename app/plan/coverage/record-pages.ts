import { links } from '#app/http/links.ts';
import type { DutyPages } from './duties.ts';
import type { Fact, RecordPages } from './records.ts';

/** The pages on which the records of a programme are looked at. */
export function pagesOf(programmeId: string): RecordPages {
  return {
    sites: links.placeRegister(programmeId, 'sites'),
    assets: links.placeRegister(programmeId, 'assets'),
    hubs: links.hubs(programmeId),
    measures: links.measures(programmeId),
    fact: (fact) => pageOfFact(programmeId, fact),
  };
}

function pageOfFact(programmeId: string, { kind, id, words }: Fact): string {
  switch (kind) {
    case 'survey':
      return links.survey(programmeId, id);
    case 'consultation':
      return links.consultation(programmeId, id);
    case 'meeting':
      return links.meeting(programmeId, id);
    case 'reply':
      return links.theme(programmeId, id);
    case 'participation-return':
      return links.participation(programmeId);
    case 'reach-return':
      return links.reachReturn(programmeId, words);
    case 'board':
    case 'panel-seat':
      return links.board(programmeId, id);
    case 'member':
      return links.members(programmeId);
    case 'terms':
      return links.panelRules(programmeId);
    case 'sharing':
      return links.agreement(programmeId, id);
    case 'communication':
      return links.communication(programmeId, id);
    case 'need':
      return links.register(programmeId);
  }
}

/** The pages where what shows a legal duty is kept. */
export const dutyPages = (id: string): DutyPages => ({
  formal: (consultationId) => links.formal(id, consultationId),
  line: (lineId) => links.planLine(id, lineId),
  agreement: (agreementId) => links.agreement(id, agreementId),
  survey: (surveyId) => links.survey(id, surveyId),
});
