// npm run bench [-- --quick] [-- --json] [-- --only id,id]: measures what a user would feel, each beside
// a limit measured in the same run, so that the figures mean the same on any machine.
process.env.NODE_ENV ??= 'production';
process.env.LOG_LEVEL ??= 'error';
const { register } = await import('tsx/esm/api');
register();
const { bench } = await import('./bench.ts');
process.exitCode = await bench(process.argv.slice(2));
