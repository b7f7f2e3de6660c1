// npm run --silent throughline -- <verb>: the command line, with the application's own code.
import { whatIsMissing } from './installed.mjs';

process.env.NODE_ENV ??= 'production';
process.env.LOG_LEVEL ??= 'error';
// It never installs: a server may be running from these packages, and whoever asks may not write them.
const missing = whatIsMissing();
if (missing.length > 0) {
  console.error(
    `${missing.length} packages are missing or of another version, such as ${missing[0]}. ` +
      'Stop the server, run `npm ci && npm run build` as the owner of this folder, and start it again.',
  );
  process.exit(2);
}
// The reader may have seen enough (`| head`): that is not a fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const { register } = await import('tsx/esm/api');
register();
const { throughline } = await import('../cli/throughline.ts');
process.exitCode = await throughline(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
});
