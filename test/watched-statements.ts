import Database from 'better-sqlite3';
import { scopeSetting } from '#db/scope.server.ts';
import { hearStatements } from '#db/watch.server.ts';
import { looseTables } from './statements.ts';

// Every statement that a request of a journey sends is looked at, once: it is for one authority, and
// it reads no table from end to end. What is wrong fails the test during which it was first sent.

const shelf = globalThis as {
  throughlineStatements?: { seen: Set<string>; wrong: string[]; plans?: Database.Database };
};

/** What is listed whole because it is short, and lists that come with the statement itself. */
const SHORT = /^SCAN (authorities\b|json_each|CONSTANT|\(|\d+-ROW)/;

/**
 * Tables that grow with families and with years. When a row goes, the database looks for what hangs on
 * it: for these, and not for the short lists of one plan, it must know where.
 */
const GROWS =
  /^SCAN (responses|drafts|answer_reviews|batch_entries|second_entries|votes|vote_history|poll_answers|excerpts|codings|audit_rows|presses|sessions|thread_links|theory_operations|messages|area_rows|conversation_voters|conversation_statements)\b/;

/** Looks at what is sent from here on, against the database of this place. */
export function watchStatements(place: { file?: string }): void {
  const watched = (shelf.throughlineStatements ??= { seen: new Set(), wrong: [] });
  watched.plans?.close();
  delete watched.plans;
  if (place.file !== undefined) watched.plans = new Database(place.file, { readonly: true });
  hearStatements((statement, values) => {
    const scope = scopeSetting();
    if (scope === '*' || watched.seen.has(statement)) return;
    watched.seen.add(statement);
    const loose = looseTables(statement);
    if (loose.length > 0) {
      watched.wrong.push(`not for one authority (${loose.join(', ')}): ${statement}`);
    }
    for (const scan of scansOf(watched.plans, statement, values.length)) {
      watched.wrong.push(`${scan}: ${statement}`);
    }
  });
}

function scansOf(db: Database.Database | undefined, statement: string, values: number): string[] {
  if (!db || !/^(select|with|update|delete)\b/.test(statement)) return [];
  const plan = planOf(db, statement, values).map(({ detail }) => detail);
  // What a part of the statement gave is gone through whole; how that part finds it stands in the plan too.
  const parts = plan.flatMap(
    (detail) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? [],
  );
  return plan
    .filter((detail) => /^SCAN /.test(detail) && !SHORT.test(detail))
    .filter((detail) => !parts.includes(detail.split(' ')[1] ?? ''))
    .filter((detail) => !statement.startsWith('delete') || GROWS.test(detail));
}

function planOf(db: Database.Database, statement: string, values: number) {
  try {
    const nothing = new Array<null>(values).fill(null);
    return db.prepare(`explain query plan ${statement}`).all(...nothing) as { detail: string }[];
  } catch {
    // Sent to another database than the one that was opened last: looked at when it comes again.
    return [];
  }
}
