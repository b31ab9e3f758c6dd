import { createContext } from 'react';

/** The colours of the program that a code block shows, as they were found out when the site was built. */
export const ProgramColours = createContext('');
