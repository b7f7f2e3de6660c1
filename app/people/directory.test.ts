import { expect, test } from 'vitest';
import {
  Domains,
  problemOfIssuer,
  roleFrom,
  RoleLines,
  TROUBLES,
  tellTrouble,
  tenantOf,
} from './directory.ts';

const TENANT = '7f3cb0d2-6a0e-4d1c-9b2b-0c1d2e3f4a5b';
const ENTRA = `https://login.microsoftonline.com/${TENANT}/v2.0`;

test.each([ENTRA, 'https://id.halton.gov.uk/realms/staff', 'https://halton.okta.com'])(
  '%s can be used',
  (issuer) => {
    expect(problemOfIssuer(issuer, false)).toBeNull();
  },
);

test.each([
  ['', /begins with https/],
  ['http://id.halton.gov.uk', /begins with https/],
  ['file:///etc/passwd', /begins with https/],
  ['https://id.halton.gov.uk/?a=b', /question mark/],
  ['https://somebody@id.halton.gov.uk', /question mark/],
  // With these anybody's account of any organisation would come in.
  ['https://login.microsoftonline.com/common/v2.0', /own tenant/],
  ['https://login.microsoftonline.com/organizations/v2.0', /own tenant/],
  [`https://login.microsoftonline.com/${TENANT}`, /v2\.0/],
])('%s cannot', (issuer, why) => {
  expect(problemOfIssuer(issuer, true)).toMatch(why);
});

test('http is for this machine only, and only while nobody comes from elsewhere', () => {
  expect(problemOfIssuer('http://127.0.0.1:3000', true)).toBeNull();
  expect(problemOfIssuer('http://127.0.0.1:3000', false)).toMatch(/https/);
  expect(problemOfIssuer('http://127.0.0.1.example.org', true)).toMatch(/https/);
  expect(problemOfIssuer('http://169.254.169.254/latest', true)).toMatch(/https/);
});

test('the tenant of an issuer of Entra', () => {
  expect(tenantOf(ENTRA)).toBe(TENANT);
  expect(tenantOf('https://halton.okta.com')).toBeNull();
});

test('domains as people write them', () => {
  expect(Domains.parse('@Halton.gov.uk, schools.halton.gov.uk\nhalton.gov.uk')).toEqual([
    'halton.gov.uk',
    'schools.halton.gov.uk',
  ]);
  expect(Domains.safeParse('halton').success).toBe(false);
  expect(Domains.safeParse('*.gov.uk').success).toBe(false);
});

test('roles of the directory propose roles here, and never that of a member of the panel', () => {
  const roles = RoleLines.parse('Hubs.Lead = lead\n\nReaders=partner');
  expect(roleFrom(roles, ['Nothing', 'Readers', 'Hubs.Lead'])).toBe('partner');
  expect(roleFrom(roles, ['constructor', '__proto__'])).toBeNull();
  expect(RoleLines.safeParse('Parents = panel-member').success).toBe(false);
  expect(RoleLines.safeParse('Hubs.Lead').success).toBe(false);
});

test('whatever goes wrong has a sentence', () => {
  for (const trouble of TROUBLES) expect(tellTrouble(trouble)).toMatch(/^[A-Z].*\.$/);
});
