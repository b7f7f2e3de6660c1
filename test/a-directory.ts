import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync, sign as signWith, type KeyObject } from 'node:crypto';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody of a council's directory. */
export interface Somebody {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
  roles?: string[];
}

/** A real OpenID Connect provider on this machine, for as long as a test runs. */
export interface ADirectory {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in there next, without being asked. */
  nowComes: (somebody: Somebody) => void;
  /** Spoils or replaces the ID token of the next answers; null: as the provider made it. */
  forging: (forge: ((claims: Record<string, unknown>) => string) | null) => void;
  /** Signs claims with the provider's own key: everything is right but what was changed. */
  signed: (claims: Record<string, unknown>) => string;
  /** Goes where the browser is sent, and says where the provider sends it back. */
  follow: (address: string) => Promise<string>;
  stop: () => Promise<void>;
}

const CLIENT = { id: 'throughline-tests', secret: 'a-secret-that-only-the-two-know-of' };

/** Starts a directory that sends people back to these addresses. */
export async function aDirectory(redirectUris: string[], afterwards: string): Promise<ADirectory> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let comes: Somebody = { sub: 'nobody' };
  let forge: ((claims: Record<string, unknown>) => string) | null = null;
  const provider = new Provider(
    issuer,
    settings(privateKey, redirectUris, afterwards, () => comes),
  );
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path !== '/token' || forge === null || body?.id_token === undefined) return;
    context.body = { ...body, id_token: forge(claimsOf(body.id_token)) };
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    nowComes: (somebody) => (comes = somebody),
    forging: (next) => (forge = next),
    signed: (claims) => jws(claims, { alg: 'RS256', kid: 'of-the-tests' }, privateKey),
    follow: (address) => throughTheProvider(provider, address, issuer, () => comes),
    stop: () => stopped(server),
  };
}

function settings(
  key: KeyObject,
  redirectUris: string[],
  afterwards: string,
  comes: () => Somebody,
): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: redirectUris,
        post_logout_redirect_uris: [afterwards],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: {
      keys: [{ ...key.export({ format: 'jwk' }), kid: 'of-the-tests', alg: 'RS256', use: 'sig' }],
    },
    // Entra puts what it knows into the ID token.
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'roles'], profile: ['name'], email: ['email', 'email_verified'] },
    cookies: { keys: ['of the tests'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ ...comes(), sub }),
    }),
    // Whoever is signed in there has consented: it is their employer's.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

/** A browser at the provider: keeps its cookies, signs in where it is asked, until it is sent back. */
async function throughTheProvider(
  provider: Provider,
  address: string,
  issuer: string,
  comes: () => Somebody,
): Promise<string> {
  const jar = new Map<string, string>();
  let at = address;
  for (let hops = 0; hops < 8; hops += 1) {
    if (!at.startsWith(issuer)) return at;
    const uid = /\/interaction\/([^/?]+)$/.exec(at)?.[1];
    if (uid !== undefined) {
      const interaction = await provider.Interaction.find(uid);
      if (!interaction) throw new Error('The provider has forgotten what it asked.');
      const now = Math.floor(Date.now() / 1000);
      interaction.result = { login: { accountId: comes().sub, ts: now } };
      await interaction.persist();
      at = interaction.returnTo;
      continue;
    }
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (header.split(';', 1)[0] ?? '').split(/=(.*)/s);
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(
        `The provider answers ${response.status}: ${(await response.text()).slice(0, 300)}`,
      );
    at = new URL(location, at).href;
  }
  throw new Error('The provider sends its visitor round and round.');
}

function claimsOf(token: string): Record<string, unknown> {
  const payload = token.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

/** A token, signed; or with the algorithm "none" and no signature. */
export function jws(
  claims: Record<string, unknown>,
  header: { alg: string; kid?: string },
  key: KeyObject | null,
): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(claims)}`;
  const signature = key ? signWith('sha256', Buffer.from(text), key).toString('base64url') : '';
  return `${text}.${signature}`;
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
