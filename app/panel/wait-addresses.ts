import { links } from '#app/http/links.ts';

/** Where what waits of the panel can be dealt with: its looks load and count, addresses are here. */
export const waitsAt = {
  call: links.call,
  membersEnding: (programmeId: string) => `${links.members(programmeId)}?show=ends-soon`,
  paymentsOffered: (programmeId: string) => `${links.payments(programmeId)}?state=offered`,
  meetings: links.meetings,
  meetingActions: links.meetingActions,
  proposals: links.proposals,
  care: links.care,
} as const;
