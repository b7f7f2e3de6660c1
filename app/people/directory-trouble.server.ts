import * as oidc from 'openid-client';
import type { Trouble } from './directory.ts';

/** Something went wrong with the directory; the code says what to tell. */
export class DirectoryTrouble extends Error {
  override name = 'DirectoryTrouble';
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** Does something with a directory; whatever goes wrong comes out as what to tell. */
export async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof DirectoryTrouble ? error : new DirectoryTrouble(troubleFrom(error));
  }
}

const OF_LIBRARY: Readonly<Record<string, Trouble>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
  OAUTH_TIMEOUT: 'unreachable',
  OAUTH_ABORT: 'unreachable',
  OAUTH_RESPONSE_IS_NOT_JSON: 'not-a-directory',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'not-a-directory',
  OAUTH_PARSE_ERROR: 'not-a-directory',
  OAUTH_MISSING_SERVER_METADATA: 'no-codes',
  OAUTH_INVALID_SERVER_METADATA: 'no-codes',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'address',
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: 'address',
};

function troubleFrom(error: unknown): Trouble {
  if (error instanceof oidc.AuthorizationResponseError) {
    return /_required$/.test(error.error) ? 'wanted' : 'refused';
  }
  if (error instanceof oidc.ResponseBodyError) {
    return error.error === 'invalid_grant' ? 'used' : 'client';
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) return 'client';
  if (error instanceof TypeError && error.message === 'fetch failed') return 'unreachable';
  if (!(error instanceof oidc.ClientError)) return 'not-genuine';
  const { attribute, claim } = detailsOf(error);
  if (attribute === 'issuer') return 'other-issuer';
  if (claim === 'auth_time') return 'stale';
  if (lacksTime(error)) return 'no-time';
  return OF_LIBRARY[error.code ?? ''] ?? 'not-genuine';
}

/** Whether the directory does not say when somebody proved who they are: the library only words it. */
function lacksTime(error: Error): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 3; depth += 1) {
    if (/"auth_time".*missing/.test(at.message)) return true;
    at = at.cause;
  }
  return false;
}

/** What the library says of a refusal, however deep it keeps it. */
function detailsOf(error: Error): { attribute?: unknown; claim?: unknown } {
  let found: { attribute?: unknown; claim?: unknown } = {};
  for (let at: unknown = error.cause, depth = 0; at && depth < 3; depth += 1) {
    found = { ...at, ...found };
    at = (at as { cause?: unknown }).cause;
  }
  return found;
}
