/** Hears each statement before it runs, where somebody listens: tests do, nothing else. */
export type Hears = (statement: string, values: readonly unknown[]) => void;

const shelf = globalThis as { throughlineHears?: Hears | undefined };

export function hearStatements(hears: Hears | undefined): void {
  shelf.throughlineHears = hears;
}

/** What drizzle logs to. */
export const statementLog = {
  logQuery: (statement: string, values: unknown[]) => shelf.throughlineHears?.(statement, values),
};
