const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** An instant in milliseconds UTC, as this laptop's clock shows it: "8 May 2020, 10:42". */
export const formatInstant = (at: number): string => `${day.format(at)}, ${time.format(at)}`;

/** "10:42". */
export const formatTime = (at: number): string => time.format(at);
