import { config } from '#app/config.server.ts';
import { authoritiesHere } from '#db/people.ts';
import { directoriesHere, signInSettingsOf, type SignInSettings } from '#db/signing-in.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { domainOf, Domains } from './directory.ts';
import { unboxed } from './secret.server.ts';

/** An authority's directory, ready to be asked. */
export interface Directory {
  authorityId: string;
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  domains: readonly string[];
  trustsEmail: boolean;
  mayAsk: boolean;
  roles: Readonly<Record<string, string>>;
  /** Set by whoever runs the host: the page shows it and does not change it. */
  fromEnvironment: boolean;
}

/** The directory of an authority: what its administrator entered, or what the environment names. */
export async function directoryOf(db: Reader, authorityId: string): Promise<Directory | null> {
  const kept = await signInSettingsOf(db, authorityId);
  const common = { authorityId, mayAsk: kept?.mayAsk ?? false, roles: kept?.roles ?? {} };
  const named = await namedByEnvironment(db, authorityId);
  if (named) return { ...named, ...common, fromEnvironment: true };
  if (!kept?.issuer || !kept.clientId) return null;
  return {
    ...common,
    issuer: kept.issuer,
    clientId: kept.clientId,
    clientSecret: clientSecretOf(kept),
    domains: kept.domains,
    trustsEmail: kept.trustsEmail,
    fromEnvironment: false,
  };
}

/** The kept client secret; null where there is none, or where the server's secret was replaced. */
function clientSecretOf(kept: SignInSettings): string | null {
  return kept.clientSecret === null
    ? null
    : unboxed('client-secret', kept.authorityId, kept.clientSecret);
}

/** The environment names a directory for the authority that is alone here, and for no other. */
async function namedByEnvironment(db: Reader, authorityId: string) {
  const named = config.directory;
  if (named === undefined) return null;
  const [only, ...others] = await authoritiesHere(db);
  if (only?.id !== authorityId || others.length > 0) return null;
  const domains = Domains.safeParse(named.domains);
  return { ...named, domains: domains.success ? domains.data : [] };
}

/** An authority whose staff may sign in with its accounts. */
export interface WithAccounts {
  authorityId: string;
  name: string;
  domains: readonly string[];
}

/** Every authority here whose staff may sign in with its accounts, by name. */
export async function authoritiesWithAccounts(): Promise<WithAccounts[]> {
  const { read } = theStore();
  const named = config.directory === undefined ? [] : await authoritiesHere(read);
  const [only] = named;
  if (only && named.length === 1) {
    const domains = Domains.safeParse(config.directory?.domains ?? '');
    return [
      { authorityId: only.id, name: only.name, domains: domains.success ? domains.data : [] },
    ];
  }
  return directoriesHere(read);
}

/** The authorities whose people have such an e-mail address: one as a rule. It does not look for an account. */
export async function authoritiesOfEmail(email: string): Promise<WithAccounts[]> {
  const domain = domainOf(email);
  return (await authoritiesWithAccounts()).filter(({ domains }) => domains.includes(domain));
}
