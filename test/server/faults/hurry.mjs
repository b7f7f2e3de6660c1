// Loaded into the server with --import: whatever the server sets as a time that a connection may take is
// ten times shorter, so that a test need not wait for a minute. What it does not set stays as it is.
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const { createServer } = http;
http.createServer = (options, ...more) => {
  const interval = options.connectionsCheckingInterval;
  const server = createServer(
    interval === undefined ? options : { ...options, connectionsCheckingInterval: interval / 10 },
    ...more,
  );
  for (const name of ['headersTimeout', 'requestTimeout']) {
    let value = server[name];
    Object.defineProperty(server, name, {
      get: () => value,
      set: (given) => {
        value = given / 10;
      },
    });
  }
  return server;
};
syncBuiltinESMExports();
