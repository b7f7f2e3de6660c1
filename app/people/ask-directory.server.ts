import * as oidc from 'openid-client';
import { config } from '#app/config.server.ts';
import { DirectoryTrouble, telling } from './directory-trouble.server.ts';
import { problemOfIssuer, type Claims, type Trouble } from './directory.ts';
import { KeptFor } from './kept-for.ts';

// The one place that speaks OpenID Connect: authorisation code with PKCE, state and nonce. Claims are
// believed once the token's signature, issuer, audience, times and nonce were checked.

/** What is needed to ask a directory. */
export interface Askable {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
}

/** How far the two clocks may be apart, in seconds. */
const CLOCK_TOLERANCE = 60;
const PATIENCE_SECONDS = 8;
/** What a directory says of itself is asked anew after this long. */
const KNOWN_MS = 10 * 60_000;

const known = new KeptFor<oidc.Configuration>(KNOWN_MS);

/**
 * Whether http to this machine itself may be used: for trying things out. Never where families come from
 * elsewhere, because an authority's administrator could then look at what else runs on the host.
 */
export function mayBeInsecure(): boolean {
  return (
    config.publicUrl === undefined ||
    /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(`${config.publicUrl}/`)
  );
}

async function asked(directory: Askable, anew = false): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = directory;
  if (problemOfIssuer(issuer, mayBeInsecure()) !== null) throw new DirectoryTrouble('address');
  const key = JSON.stringify([issuer, clientId, clientSecret]);
  const before = known.at(key, Date.now());
  if (!anew && before !== undefined) return before;
  const insecure = new URL(issuer).protocol === 'http:';
  const found = await oidc.discovery(
    new URL(issuer),
    clientId,
    {
      [oidc.clockTolerance]: CLOCK_TOLERANCE,
      ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    },
    clientSecret === null ? oidc.None() : oidc.ClientSecretPost(clientSecret),
    {
      timeout: PATIENCE_SECONDS,
      // The signature of the ID token is checked too, although it comes straight from the directory.
      execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
    },
  );
  // Exactly: a directory that names itself otherwise would be believed for another one's people.
  if (found.serverMetadata().issuer !== issuer) throw new DirectoryTrouble('other-issuer');
  known.keep(key, found, Date.now());
  return found;
}

/** What must be remembered until somebody comes back. */
export interface UnderWay {
  state: string;
  nonce: string;
  verifier: string;
}

/**
 * The address to send somebody to, and what to remember meanwhile.
 *
 * @param anew seconds: they must have proved who they are within this long, and are asked to
 */
export async function addressAtDirectory(
  directory: Askable,
  ask: { redirectUri: string; anew: number | null },
): Promise<{ url: string; underWay: UnderWay }> {
  return telling(async () => {
    const at = await asked(directory);
    const underWay = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(at, {
      redirect_uri: ask.redirectUri,
      response_type: 'code',
      scope: 'openid profile email',
      state: underWay.state,
      nonce: underWay.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(underWay.verifier),
      code_challenge_method: 'S256',
      ...(ask.anew === null ? {} : { prompt: 'login', max_age: String(ask.anew) }),
    });
    return { url: url.href, underWay };
  });
}

/**
 * Who came back from the directory.
 *
 * @param address the whole address that they came back to, as the directory knows it
 * @throws DirectoryTrouble
 */
export async function whoCameBack(
  directory: Askable,
  address: URL,
  underWay: UnderWay,
  anew: number | null,
): Promise<Claims> {
  return telling(async () => {
    const at = await asked(directory);
    const said = await oidc.authorizationCodeGrant(at, address, {
      expectedState: underWay.state,
      expectedNonce: underWay.nonce,
      pkceCodeVerifier: underWay.verifier,
      idTokenExpected: true,
      ...(anew === null ? {} : { maxAge: anew }),
    });
    const claims = said.claims();
    if (!claims) throw new DirectoryTrouble('not-genuine');
    return claimsOf(claims);
  });
}

function claimsOf(claims: oidc.IDToken): Claims {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const list = (value: unknown) =>
    (Array.isArray(value) ? value : []).filter((one) => typeof one === 'string');
  // Entra says by xms_edov whether the owner of the domain confirmed the address.
  const verified = [claims['email_verified'], claims['xms_edov']];
  const no = verified.some((one) => one === false || one === 'false' || one === 0 || one === '0');
  const yes = verified.some((one) => one === true || one === 'true' || one === 1 || one === '1');
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: text(claims['name']),
    email: text(claims['email'])?.normalize('NFC').trim().toLowerCase() ?? null,
    emailVerified: no ? false : yes ? true : null,
    tenant: text(claims['tid']),
    roles: [...list(claims['roles']), ...list(claims['groups'])],
    provedAt: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null,
  };
}

/** The address at which somebody signs out of the directory too, where it has one. */
export async function signOutAddress(directory: Askable, back: string): Promise<string | null> {
  return telling(async () => {
    const at = await asked(directory);
    if (at.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(at, { post_logout_redirect_uri: back }).href;
  });
}

/** What trying a directory found: each line good or not, in the order in which they were looked at. */
export interface Finding {
  good: boolean;
  words: string;
}

/** Looks whether a directory can be used, as far as this can be seen without somebody signing in. */
export async function tryDirectory(directory: Askable): Promise<Finding[]> {
  try {
    const at = await telling(() => asked(directory, true));
    const about = at.serverMetadata();
    const pkce = about.code_challenge_methods_supported;
    return [
      { good: true, words: 'It answers, and it says of itself what you entered.' },
      ...needed(about.authorization_endpoint, 'where people sign in'),
      ...needed(about.token_endpoint, 'where we ask who they are'),
      ...needed(about.jwks_uri, 'the keys by which we know that an answer is its own'),
      about.response_types_supported?.includes('code') === false
        ? { good: false, words: 'It does not offer the authorisation code flow, which we need.' }
        : { good: true, words: 'It offers the authorisation code flow.' },
      pkce?.includes('S256') === false
        ? { good: false, words: 'It does not take PKCE with S256.' }
        : { good: true, words: 'We sign in with PKCE, a state and a nonce.' },
      {
        good: true,
        words:
          about.end_session_endpoint === undefined
            ? 'It has no address for signing out there: people sign out here only.'
            : 'People can sign out there as well.',
      },
      ...(await secretFindings(directory, at)),
    ];
  } catch (error) {
    return [{ good: false, words: sayTrouble(error) }];
  }
}

const needed = (value: string | undefined, what: string): Finding[] => [
  value === undefined
    ? { good: false, words: `It does not say ${what}.` }
    : { good: true, words: `It says ${what}.` },
];

/**
 * Whether it takes our client ID and secret: it is given a code that nobody has. A directory that knows
 * us says that the code is wrong; one that does not says that we are.
 */
async function secretFindings(directory: Askable, at: oidc.Configuration): Promise<Finding[]> {
  try {
    await oidc.genericGrantRequest(at, 'authorization_code', {
      code: 'a-code-that-nobody-has',
      redirect_uri: new URL('/', directory.issuer).href,
      code_verifier: oidc.randomPKCECodeVerifier(),
    });
  } catch (error) {
    const code = error instanceof oidc.ResponseBodyError ? error.error : '';
    if (code === 'invalid_client' || code === 'unauthorized_client') {
      return [
        {
          good: false,
          words:
            'It does not accept the client ID or the client secret. Look whether the secret has run out, and whether you copied its value rather than its ID.',
        },
      ];
    }
    if (code === 'invalid_grant' || code === 'invalid_request') {
      return [{ good: true, words: 'It accepts the client ID and the client secret.' }];
    }
  }
  return [
    { good: true, words: 'Whether it accepts the client secret shows when somebody signs in.' },
  ];
}

const FOUND: Readonly<Partial<Record<Trouble, string>>> = {
  address:
    'The issuer’s address cannot be used: it begins with https:// and names your own tenant.',
  unreachable:
    'It does not answer within 8 seconds. Check the address, and whether a firewall lets this server out to it.',
  'not-a-directory':
    'There is no discovery document below this address (/.well-known/openid-configuration). Check the address for typing mistakes.',
  'other-issuer':
    'The discovery document names another issuer. Copy the issuer from it, letter by letter.',
};

const sayTrouble = (error: unknown): string =>
  (error instanceof DirectoryTrouble ? FOUND[error.trouble] : undefined) ??
  'It could not be looked at. Check the address.';
