/** How a figure of the trend stands in the address, where it is of no one theme or of no year. */
export const anyTheme = 'any';
export const noYear = 'none';
