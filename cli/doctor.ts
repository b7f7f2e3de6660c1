import { findingsOf, worstOf, type Standing } from '#app/people/system/findings.ts';
import { gatherFacts } from '#app/people/system/gather-facts.server.ts';
import { source } from './backup.ts';
import { readArgs, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

const MARK: Readonly<Record<Standing, string>> = {
  ok: 'ok     ',
  warn: 'warn   ',
  problem: 'PROBLEM',
};

export const doctor: Verb = {
  usage: 'doctor [--json]',
  about: 'Looks at everything that can go wrong, and says what to do. Ends with 1 at a problem.',
  run: (args, io) => {
    const { values } = readArgs(args, { json: { type: 'boolean' } });
    // Refuses where there is no database, instead of making one.
    source();
    return withStore(async () => {
      const findings = findingsOf(await gatherFacts(new Date(), { deeply: true }));
      const worst = worstOf(findings);
      if (values.json) io.json({ worst, findings });
      else {
        for (const { what, standing, found, todo } of findings) {
          io.print(`${MARK[standing]}  ${what}: ${found}`);
          if (todo !== '') io.print(`         ${todo}`);
        }
      }
      return worst === 'problem' ? 1 : 0;
    });
  },
};
