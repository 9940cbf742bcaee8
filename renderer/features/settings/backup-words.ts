const words: Readonly<Record<string, string>> = {
  daily: 'Made at the first unlock of the day',
  asked: 'Made when asked for',
  'before-migration': 'Made before the program changed the structure of the board',
  'before-import': 'Made before an import',
  'before-restore': 'Made before a backup was restored',
};

/** Why a backup was made. */
export const backupReasonWords = (reason: string): string => words[reason] ?? 'Made by the program';

/** "640 KB", "12.3 MB": the size of a file as people compare it. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
