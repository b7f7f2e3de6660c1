import { createContext, useContext } from 'react';

/** The nonce of this page's own script, set while the page is made; empty in the browser. */
export const Nonce = createContext<string | undefined>(undefined);

export const useNonce = () => useContext(Nonce);
