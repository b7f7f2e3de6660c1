import { kit } from '../dialect.ts';
import { panelMembers } from './panel.ts';
import { ofAuthority, ofProgramme } from './owned.ts';

const { table, text, whole, bool, day, instant, index } = kit;

/** A board or group that decides or advises: from the leadership team to the health board. */
export const boards = table(
  'boards',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    name: text('name').notNull(),
    /** decides, steers, advises or delivers. */
    kind: text('kind').notNull(),
    /** What it is for. */
    purpose: text('purpose').notNull(),
    /** Its terms of reference. */
    terms: text('terms').notNull(),
    /** monthly, six-weekly, quarterly … */
    cycle: text('cycle').notNull(),
    /** How many members must be there; null where none is set. */
    quorum: whole('quorum'),
    /** Another board; no foreign key, so that one can go without the other. */
    reportsTo: text('reports_to'),
    closedOn: day('closed_on'),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('boards_programme').on(t.authorityId, t.programmeId)],
);

/** A seat on a board. */
export const boardSeats = table(
  'board_seats',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    boardId: text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    /** Empty where the seat is vacant, or held by a member of the panel, whose name stands there. */
    name: text('name').notNull(),
    organisation: text('organisation').notNull(),
    /** chair, vice-chair, member, adviser or observer. */
    role: text('role').notNull(),
    voting: bool('voting').notNull(),
    /** The parent carer panel's seat, whoever sits on it. */
    ofPanel: bool('of_panel').notNull(),
    memberId: text('member_id').references(() => panelMembers.id, { onDelete: 'set null' }),
    fromOn: day('from_on'),
    untilOn: day('until_on'),
  },
  (t) => [
    index('board_seats_board').on(t.authorityId, t.boardId),
    index('board_seats_member').on(t.authorityId, t.memberId),
  ],
);

/** Something that was put to a board, and what it decided. */
export const boardMatters = table(
  'board_matters',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    boardId: text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    /** The day of the meeting. */
    putOn: day('put_on').notNull(),
    /** panel, chair, member or officer: never a name. */
    putBy: text('put_by').notNull(),
    put: text('put').notNull(),
    /** agreed, changed, not-agreed, deferred or noted; open while nothing is decided. */
    outcome: text('outcome').notNull(),
    decided: text('decided').notNull(),
    decidedOn: day('decided_on'),
    version: whole('version').notNull(),
  },
  (t) => [index('board_matters_board').on(t.authorityId, t.boardId, t.putOn)],
);
