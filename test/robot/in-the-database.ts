import Database from 'better-sqlite3';
import path from 'node:path';
import { hashOf, newToken } from '#app/people/tokens.server.ts';
import { startsIn } from '../attack/starts.ts';
import { sessionOf } from '../attack/twin.ts';

type File = ReturnType<typeof Database>;

/** What only the database tells of the demonstration. */
export interface Known {
  programmeId: string;
  /** The token of a session of a role, for who has no door; it is fresh each time. */
  session: (role: string) => string;
  /** Lets all sessions be so old that who goes on has to confirm that it is still them. */
  age: () => void;
  /** Where a role begins that no link of a page leads to. */
  starts: (role: string) => string[];
  /** Addresses of personal links, one of each purpose, that a message of ours would carry. */
  personal: () => string[];
  /** Where families are asked: the door of a survey, a poll and an open call, each while it is open. */
  open: () => string[];
  close: () => void;
}

/** Opens the database beside the server that runs on it. */
export function knownIn(dataFolder: string): Known {
  const db = new Database(path.join(dataFolder, 'throughline.db'));
  db.pragma('busy_timeout = 10000');
  const one = (query: string, ...values: string[]) =>
    db.prepare<string[], { id: string }>(query).get(...values)?.id ?? 'none';
  const ours = one('select id from authorities where is_demonstration = 1');
  const programmeId = one(
    'select id from programmes where authority_id = ? order by created_at, title, id',
    ours,
  );
  // Ids say only the millisecond, so what was made together is told apart by its words. Whoever the robot adds
  // has joined later than everybody of the demonstration; whoever left has no session.
  const someone = (role: string) =>
    one(
      'select p.id from people p left join panel_members m on m.person_id = p.id where p.authority_id = ? and p.role = ? and p.closed_at is null order by coalesce(m.joined_on, p.created_at), p.name, p.id',
      ours,
      role,
    );
  return {
    programmeId,
    session: (role) => {
      const cookie = sessionOf(db, { id: someone(role), authorityId: ours });
      const token = /tl_session=([\w-]+)/.exec(cookie)?.[1] ?? '';
      db.prepare('update sessions set confirmed_at = ? where token_hash = ?').run(
        Date.now(),
        hashOf(token),
      );
      return token;
    },
    age: () => void db.prepare('update sessions set confirmed_at = 0').run(),
    starts: (role) => startsIn(role, programmeId, ours, (query) => one(query, ours)),
    personal: () => personalLinks(db, ours, someone('panel-member')),
    open: () => [
      `/s/${one("select code as id from surveys where authority_id = ? and status = 'open' order by title, code", ours)}`,
      `/p/${one("select code as id from polls p join consultations c on c.id = p.consultation_id where p.authority_id = ? order by c.status = 'open' desc, c.title, p.code", ours)}`,
      `/join/${one('select code as id from open_calls where authority_id = ? order by closes_on desc, title, code', ours)}`,
    ],
    close: () => db.close(),
  };
}

/** What leads to a page by what an e-mail carries. */
function personalLinks(db: File, authorityId: string, personId: string): string[] {
  const token = newToken();
  const now = Date.now();
  const kept = { authority_id: authorityId, created_at: now, expires_at: now + 86_400_000 };
  insert(db, 'personal_links', { ...kept, token_hash: hashOf(token), person_id: personId });
  const purpose = (whose: string, what: string, kind: string, query: string) => {
    const row = db.prepare<string[], { whose: string; id: string }>(query).get(authorityId);
    const its = newToken();
    if (!row) throw new Error(`The demonstration has nobody for ${what}.`);
    const about = JSON.stringify({ kind, id: row.id });
    const more = { purpose: what, once: 0, about, [whose]: row.whose, token_hash: hashOf(its) };
    insert(db, 'purpose_links', { ...kept, ...more });
    return its;
  };
  const meeting = purpose(
    'member_id',
    'meeting',
    'meeting',
    'select i.member_id as whose, m.id from meeting_invitations i join meetings m on m.id = i.meeting_id join panel_members p on p.id = i.member_id join people n on n.id = p.person_id where i.authority_id = ? and m.papers_at is not null and n.closed_at is null order by m.held_on desc, m.title, n.name, i.id',
  );
  const invitation = purpose(
    'interest_id',
    'invitation',
    'invitation',
    'select interest_id as whose, id from panel_invitations where authority_id = ? order by answer, invited_at, interest_id, id',
  );
  const stop = purpose(
    'member_id',
    'notice-stop',
    'programme',
    'select m.id as whose, m.programme_id as id from panel_members m join people n on n.id = m.person_id where m.authority_id = ? and n.closed_at is null order by m.joined_on, n.name, m.id',
  );
  return [
    `/m/${token}`,
    `/invitation/${invitation}`,
    `/meeting/${meeting}`,
    `/meeting/${meeting}/take/meeting.ics`,
    `/stop/${stop}`,
  ];
}

function insert(db: File, into: string, row: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(row);
  db.prepare(`insert into ${into} (${names.join()}) values (${names.map(() => '?').join()})`).run(
    ...Object.values(row),
  );
}
