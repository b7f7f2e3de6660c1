import { hearStatements, type Hears } from '#db/watch.server.ts';

/** The statements that something sends to the database, in their order; who listens already hears them too. */
export async function sentBy(something: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const others = (globalThis as { throughlineHears?: Hears }).throughlineHears;
  hearStatements((statement, values) => {
    sent.push(statement);
    others?.(statement, values);
  });
  try {
    await something();
  } finally {
    hearStatements(others);
  }
  return sent;
}
