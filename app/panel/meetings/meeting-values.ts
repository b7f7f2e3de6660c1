import type { Offer } from './meeting.ts';

/** What a meeting's form holds before anything is typed. */
export interface MeetingValues {
  title: string;
  groupId: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  how: string;
  siteId: string;
  place: string;
  joiningLink: string;
  interpreters: readonly string[];
  offers: readonly Offer[];
  helps: string;
  quorum: string;
  version: number;
}

export const NEW_MEETING: MeetingValues = {
  title: '',
  groupId: '',
  heldOn: '',
  startsAt: '',
  endsAt: '',
  how: '',
  siteId: '',
  place: '',
  joiningLink: '',
  interpreters: [],
  offers: [],
  helps: '',
  quorum: '',
  version: 0,
};

/** What the form is filled from besides the meeting. */
export interface MeetingChoices {
  groups: readonly { id: string; name: string }[];
  sites: readonly { id: string; name: string }[];
  /** Languages that members asked for, with how many of them. */
  languages: readonly { language: string; members: number }[];
}

/** A stored meeting as its form shows it. */
export function valuesOf(meeting: {
  title: string;
  groupId: string | null;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  how: string;
  siteId: string | null;
  place: string;
  joiningLink: string;
  interpreters: readonly string[];
  childcare: boolean;
  travel: boolean;
  easyRead: boolean;
  helps: string;
  quorum: number | null;
  version: number;
}): MeetingValues {
  const { childcare, travel, easyRead, quorum, ...kept } = meeting;
  const offers: Offer[] = [
    ...(childcare ? (['childcare'] as const) : []),
    ...(travel ? (['travel'] as const) : []),
    ...(easyRead ? (['easyRead'] as const) : []),
  ];
  return {
    ...kept,
    groupId: meeting.groupId ?? '',
    siteId: meeting.siteId ?? '',
    offers,
    quorum: quorum === null ? '' : String(quorum),
  };
}
