import { AuthorityColour, AuthorityName } from '#app/people/authority.ts';
import { Email, NewPassword, PersonName } from '#app/people/email.ts';
import { addAuthority } from '#app/people/set-up.server.ts';
import { readArgs, UsageError, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

/** The password comes by the environment: what is typed on a command line stays in its history. */
export const addAdministrator: Verb = {
  usage:
    'add administrator --authority NAME --name NAME --email ADDRESS [--colour #rrggbb]   (password in THROUGHLINE_PASSWORD)',
  about: 'Adds an authority with its first administrator.',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      authority: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      colour: { type: 'string', default: '#0b5cad' },
    });
    const { passwordFromEnvironment } = await import('#app/config.server.ts');
    const authorityName = must(AuthorityName.safeParse(values.authority));
    const name = must(PersonName.safeParse(values.name));
    const email = must(Email.safeParse(values.email));
    const colour = must(AuthorityColour.safeParse(values.colour));
    const password = must(NewPassword.safeParse(passwordFromEnvironment()));
    return withStore(async () => {
      const outcome = await addAuthority({ authorityName, colour, name, email, password });
      if (!outcome.done) {
        io.say(outcome.message);
        return 1;
      }
      io.print(`${name} can sign in as the administrator of ${authorityName}.`);
      return 0;
    });
  },
};

type Read<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: readonly { message: string }[] } };

function must<T>(read: Read<T>): T {
  if (read.success) return read.data;
  throw new UsageError(`${read.error.issues[0]?.message ?? 'This value cannot be used'}.`);
}
