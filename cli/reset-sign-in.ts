import { Email, NewPassword } from '#app/people/email.ts';
import { resetSignIn } from '#app/people/run-codes.server.ts';
import { readArgs, UsageError, type Verb } from './io.ts';
import { withStore } from './with-store.ts';

/** For the only administrator who lost phone and recovery codes: nobody else can let them in. */
export const resetSignInVerb: Verb = {
  usage: 'reset sign-in --email ADDRESS   (new password in THROUGHLINE_PASSWORD)',
  about: 'Gives somebody a new password and takes their one-time codes and sessions away.',
  run: async (args, io) => {
    const { values } = readArgs(args, { email: { type: 'string' } });
    const { passwordFromEnvironment } = await import('#app/config.server.ts');
    const email = Email.safeParse(values.email);
    if (!email.success) throw new UsageError('Name an e-mail address with --email.');
    const password = NewPassword.safeParse(passwordFromEnvironment());
    if (!password.success) {
      throw new UsageError(`${password.error.issues[0]?.message ?? 'Choose another password'}.`);
    }
    return withStore(async () => {
      const name = await resetSignIn(email.data, password.data);
      if (name === null) {
        io.say('No open account of staff has this e-mail address.');
        return 1;
      }
      io.print(`${name} can sign in with the new password, and sets up one-time codes anew.`);
      return 0;
    });
  },
};
