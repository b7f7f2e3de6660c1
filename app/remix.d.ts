import '@remix-run/server-runtime';

// Single fetch: what a loader returns is what the page gets, dates and all.
declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    /** Whether the request came from this machine itself. */
    onThisMachine?: boolean;
    /** The address that the request came from. Never stored and never logged with answers. */
    network?: string;
    /** Under which this request stands in the log. */
    requestNumber?: string;
    /** Whether the page at this address runs no script: nothing of its data goes to a browser. */
    withoutScript?: boolean;
  }
}
