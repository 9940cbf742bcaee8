import { createContext, useContext } from 'react';

/** True where nothing can be changed: values edited in place show as plain text, and what adds or removes is not offered. */
export const ReadOnly = createContext(false);

export const useReadOnly = (): boolean => useContext(ReadOnly);
