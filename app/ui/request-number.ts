import { createContext } from 'react';

/** The number of this request in the log, set while the page is made; empty in the browser. */
export const RequestNumber = createContext('');
