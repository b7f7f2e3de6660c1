import { describe, expect, test } from 'vitest';
import { settingsFrom } from './config.server.ts';

const uuid = '33333333-3333-4333-8333-333333333333';
const key = `hubs-${uuid}-${uuid}`;

describe('the settings of mail', () => {
  test('may all be left out', () => {
    expect(settingsFrom({})).toMatchObject({ MAIL_PER_MINUTE: 60 });
  });

  test('are taken where they are whole', () => {
    const PUBLIC_URL = 'https://hubs.example.gov.uk';
    const smtp = { SMTP_URL: 'smtps://u:p@mail.example:465', MAIL_FROM: 'Hubs <a@b.gov.uk>' };
    expect(settingsFrom({ PUBLIC_URL, ...smtp })).toMatchObject(smtp);
    const notify = { NOTIFY_API_KEY: key, NOTIFY_TEXT_TEMPLATE: uuid };
    expect(settingsFrom({ PUBLIC_URL, ...notify })).toMatchObject(notify);
  });

  test.each([
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL: Give SMTP_URL as smtp://'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM: Set this too, because SMTP_URL is set'],
    [{ SMTP_URL: 'smtp://m', MAIL_FROM: 'a@b.uk' }, 'PUBLIC_URL: Set this too'],
    [{ MAIL_FROM: 'a@b.uk\nBcc: x@y.uk' }, 'MAIL_FROM: Give MAIL_FROM'],
    [{ NOTIFY_API_KEY: 'abc' }, 'NOTIFY_API_KEY: Copy NOTIFY_API_KEY whole'],
    [{ NOTIFY_API_KEY: key, PUBLIC_URL: 'https://h.uk' }, 'Set NOTIFY_EMAIL_TEMPLATE or'],
    [{ NOTIFY_EMAIL_TEMPLATE: uuid }, 'NOTIFY_API_KEY: Set this too'],
    [{ NOTIFY_TEXT_TEMPLATE: '12' }, 'NOTIFY_TEXT_TEMPLATE: Copy the template ID'],
    [{ MAIL_PER_MINUTE: '0' }, 'MAIL_PER_MINUTE'],
  ])('are refused at start, with what to do: %j', (given, says) => {
    expect(() => settingsFrom(given)).toThrow(says);
  });

  test('never have their values in what is said', () => {
    const secret = 'smtp://user:a-secret@mail.example';
    expect(() => settingsFrom({ SMTP_URL: secret })).toThrow(/MAIL_FROM/);
    expect(() => settingsFrom({ SMTP_URL: secret })).not.toThrow(/a-secret/);
  });
});

describe('the settings of the authority’s accounts', () => {
  test('are taken whole, or refused at start with what to do', () => {
    const whole = { OIDC_ISSUER: 'https://id.halton.gov.uk', OIDC_CLIENT_ID: 'throughline' };
    expect(settingsFrom(whole)).toMatchObject({ ...whole, OIDC_TRUST_EMAIL: 'no' });
    const { OIDC_ISSUER } = whole;
    expect(() => settingsFrom({ OIDC_ISSUER })).toThrow('OIDC_CLIENT_ID: Set this too');
    expect(() => settingsFrom({ OIDC_CLIENT_SECRET: 'secret' })).toThrow('OIDC_ISSUER: Set this');
  });
});
