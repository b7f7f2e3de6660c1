import { publicReply, type PublicReply, type StoredReply } from '../member-home.ts';

/** Something that was raised at a meeting which the member came to: nobody is named. */
export interface RaisedAtMeeting {
  themeId: string;
  theme: string;
  meetings: string[];
  reply: PublicReply | null;
}

/** Themes raised at meetings, each once with the meetings where it was; answered ones first. */
export function raisedAtMeetings(
  rows: readonly { meeting: string; themeId: string; theme: string; reply: StoredReply | null }[],
): RaisedAtMeeting[] {
  const byTheme = new Map<string, RaisedAtMeeting>();
  for (const { meeting, themeId, theme, reply } of rows) {
    const there = byTheme.get(themeId) ?? {
      themeId,
      theme,
      meetings: [],
      reply: reply && publicReply(reply),
    };
    if (!there.meetings.includes(meeting)) there.meetings.push(meeting);
    byTheme.set(themeId, there);
  }
  return [...byTheme.values()].sort((a, b) => Number(b.reply !== null) - Number(a.reply !== null));
}
